// The second frame is the first that is certain to have been painted.
requestAnimationFrame(() =>
  requestAnimationFrame(() => window.__TAURI_INTERNALS__.invoke("invoke", { command: "shell_ready", args: {} })),
);
