//! The names of the fixed words: a line of each language's file.

macro_rules! phrases {
    ($($name:ident),+ $(,)?) => {
        /// A fixed word or sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Phrase { $($name),+ }

        impl Phrase {
            /// All of them.
            pub(super) const ALL: &[Self] = &[$(Self::$name),+];
            /// How many there are.
            pub(super) const COUNT: usize = Self::ALL.len();

            /// As it is written in the files.
            pub(super) fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }
        }
    };
}

phrases! {
    Listed, SetApart, LastListed, Sentence, Quoted, If, Months, MonthsInDates, MonthsShort, Weekdays, Day,
    MonthOfYear, ShortDay, ShortDayOfYear, ShortMonthOfYear, WeekdayAndMoment, Moment, PageOf, FileCopy,
    DistributionCopy, ReleaseCopy, CopyInDraft, VersionOfNote, VersionInDraft, InformationAsOf,
    InformationAsOfMoment, Draft, Withheld, Reference, Version, Drafted, Issued, PreparedFor,
    PreparedBy, LastBrief, NoLastBrief, Clearance, ClearedAt, AnotherCleared, NotCleared, ControlledBy,
    CuiCategory, Dissemination, Contact, AsListed, PositionPaper, MeetingBrief, BilateralBrief,
    Submission, BriefingNote, ReadAhead, BottomLine, TheMeeting, What, Where, When, WhereAndWhen, Who,
    PlaceAndTime, NamesAndOthers, OthersOnPage, Contents, TitleOnPage, LinesToTake, LinesToTakeFor,
    PressLine, PressLineFor, DefensiveLines, DefensiveLinesFor, Recommendation, Continued, Option,
    InFavour, Against, Picture, OurTranslation, Table, TableShort, TablePart, PositionsAsOf, NoneFound,
    NoneFoundAsOf, NoneFoundOnAny, NoPositionAsOf, NoPosition, Actor, Issue, Position, InALine, Date,
    WhoOnWhat, JointWith, Stale, Superseded, Then, Now, ByDate, OneByDate, ActorOnIssueByDate,
    ActorsOnIssue, NoteNoneFound, NoteStale, NoteStaleAfter, NoteYear, NoteNumbers, AlignmentAsOf,
    ChangesSince, ContradictionsAsOf, StaleAsOf, GapsAsOf, RestsOn, NothingFound, Earlier, Later, StaleSince, NoPositionOn,
    WithoutIt, NewlyRecorded, ChangeOverTime, DifferentSpeakers, DifferentAudiences, RealConflict, EvidenceAgainst,
    PastIssueReview, PastOwnReview, LosesAll, LosesSome, LosesObjection, LosesContext, Together, Near, Between, Away,
    Apart, SpokenCompared, SpokenNotCompared, AlignmentNote, WithheldNotCounted, Supports,
    SupportsWithConditions, Neutral, Opposes, OpposesWithConditions, Unclear, OnRecord, Reported,
    Leaked, Background, Inferred, ConfidenceHigh, ConfidenceModerate, ConfidenceLow, Undated, Verified,
    Unverified, Disputed, RecognisedText, SinceSuperseded, SpeakersJointly, Jointly, OnPage, InParagraph, Article,
    Statement, Speech, TreatyText, LeakedDraft, RecordOfMeeting, Report, Email, Document, TreatyShort,
    LeakShort, RecordShort, PublishedBy, PublishedByUndated, Published, NotPublished, KindAndLanguage,
    Accessed, Added, AboutSource, WithdrawnBecause, WithdrawnSource, NewerVersion, GradeWithdrawn,
    GradeNotFound, Ungraded, CitedInPlaces, SpokenParagraph, SpokenFootnote, SpokenEvidence,
    SpokenSource, BackToPage, BackToTable, BackToParagraph, AnnexLetters, Annex, Evidence, Yardsticks,
    Names, DistributionAndClearance, EvidenceIntroduction, EvidenceIntroductionByHeading, Number, WordsQuoted, Grade, CitedIn, Name,
    Say, WhoAndOtherNames, SaySo, AtTheMeeting, DistributionList, ClearanceList, OneCopy, Copies,
    ClearedBy, AnotherClearedBy, NotYetCleared, Colophon, Likelihood, AlmostNoChance, VeryUnlikely, Unlikely,
    RoughlyEven, Likely, VeryLikely, AlmostCertain, ReliabilityOfSource, ReliabilityA, ReliabilityB,
    ReliabilityC, ReliabilityD, ReliabilityE, ReliabilityF, CredibilityOfInformation, Credibility1,
    Credibility2, Credibility3, Credibility4, Credibility5, Credibility6, YardstickNote, State,
    InternationalOrganisation, GovernmentBody, Party, Company, Group, Person, Arabic, Chinese, Dutch,
    English, French, German, Greek, Hebrew, Hindi, Italian, Japanese, Korean, Persian, Polish,
    Portuguese, Russian, Spanish, Thai, Turkish, Ukrainian, OtherLanguage, ZoneBst, ZoneGmt, ZoneCet,
    ZoneCest, ZoneEet, ZoneEest, ZoneEst, ZoneEdt, ZoneMsk, OwnTime, Zulu, ZoneAndZulu, SameHour,
    OneHourBehind, OneHourAhead, HoursBehind, HoursAhead,
}
