using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>
/// Where the parts of a Form 12b-25 stand. The parts are found by the form's printed sentences, not by its headings, which a third of the
/// filers leave out or write inside their own text. A part that is not there is null.
/// </summary>
internal sealed record NoticeLayout
{
    /// <summary>From the top to Part I.</summary>
    public required TextRange Cover { get; init; }

    /// <summary>Part I.</summary>
    public TextRange? Registrant { get; init; }

    /// <summary>Part II, boxes and what they say.</summary>
    public TextRange? Relief { get; init; }

    /// <summary>Part III without the instruction.</summary>
    public TextRange? Narrative { get; init; }

    /// <summary>Part IV (1) behind the question.</summary>
    public TextRange? Contact { get; init; }

    /// <summary>Part IV (2) behind the question.</summary>
    public TextRange? OtherReports { get; init; }

    /// <summary>Part IV (3) behind the question, the instruction cut off.</summary>
    public TextRange? ChangeAnswer { get; init; }

    /// <summary>Part IV (3), the explanation behind the instruction.</summary>
    public TextRange? Explanation { get; init; }

    /// <summary>From "(Name of Registrant as Specified in Charter)" or what stands in its place, to the end of the form.</summary>
    public TextRange? Signature { get; init; }

    /// <summary>What follows the form: attachments.</summary>
    public TextRange? Attachments { get; init; }

    /// <summary>Finds the parts.</summary>
    public static NoticeLayout Of(string content, Skeleton skeleton)
    {
        var walk = new Walk(skeleton, content.Length);
        var partOne = walk.Next("partiregistrantinformation", "part1registrantinformation", "registrantinformation", "fullnameofregistrant");
        var partTwo = walk.Next("partiirules12b25", "part2rules12b25", "rules12b25band", "rule12b25band", "thesubjectreportcouldnotbefiledwithout");
        var relief = walk.Next("shouldbecompletedcheckboxifappropriate", "shouldbecompletedcheckboxisappropriate", "checkboxifappropriate", "checktheboxifappropriate",
            "checkboxisappropriate", "checkappropriatebox", "shouldbecompleted") ?? partTwo;
        var partThree = walk.Next("partiiinarrative", "part3narrative", "statebelowinreasonabledetail", "partiii");
        var instruction = walk.NextNear(400, "statebelowinreasonabledetail");
        var narrative = walk.NextNear(instruction is null ? 0 : 700, "withintheprescribedtimeperiod", "withintheprescribedperiod", "withintheprescribedtime") ?? instruction ?? partThree;
        narrative = walk.NextNear(narrative is null ? 0 : 80, "attachextrasheetsifneeded", "attachextrasheetsifnecessary", "attachadditionalsheetsifneeded", "attachextrasheets") ?? narrative;
        var partFour = walk.Peek("partivotherinformation", "part4otherinformation");
        var contact = walk.Next("nameandtelephonenumberofpersontocontact", "nameandtelephonenumberofpersons", "nameandtelephonenumberofthepersontocontact", "nameandtelephone");
        var contactEnd = walk.NextNear(contact is null ? 0 : 120, "inregardtothisnotification", "withregardtothisnotification", "regardingthisnotification") ?? contact;
        var others = walk.Next("haveallotherperiodicreports", "hasallotherperiodicreports");
        var othersEnd = walk.NextNear(others is null ? 0 : 900, "identifyreports", "identifyreport", "filediftheanswerisno", "filedifanswerisno", "reportsbeenfiled") ?? others;
        var change = walk.Next("isitanticipatedthatanysignificantchange", "isitanticipatedthatanysignificant");
        var changeEnd = walk.NextNear(change is null ? 0 : 600, "orportionthereof", "subjectreport") ?? change;
        var ifSo = walk.NextNear(change is null ? 0 : 600, "ifsoattachanexplanation", "ifsoattachexplanation", "ifsoexplain");
        var ifSoEnd = ifSo is null ? null : walk.NextNear(600, "resultscannotbemade", "cannotbemade") ?? ifSo;
        var behindForm = ifSoEnd ?? changeEnd ?? othersEnd ?? contactEnd ?? narrative ?? partTwo ?? partOne;
        var signature = walk.Next("nameofregistrantasspecifiedincharter", "nameofregistrantasspecifiedinitscharter", "hascausedthisnotificationtobesigned",
            "pursuanttotherequirementsofthesecuritiesexchangeact", "causedthisnotificationtobesigned");
        var end = walk.Peek("instructiontheformmaybesigned", "instructionthisformmaybesigned", "attentionintentionalmisstatements", "intentionalmisstatementsoromissions");
        var attachments = walk.Peek("attachment", "exhibit", "annex", "appendix");

        var last = content.Length;
        var signatureStart = signature is null ? (int?)null : LineStart(content, signature.Value.Start);
        return new NoticeLayout
        {
            Cover = new TextRange(0, (partOne ?? partTwo ?? partThree ?? contact)?.Start ?? Math.Min(last, 4000)),
            Registrant = Between(partOne?.Start, (partTwo ?? partThree ?? contact)?.Start ?? last),
            Relief = Between(relief?.End, (partThree ?? contact)?.Start ?? last),
            Narrative = Between(narrative?.End, (partFour ?? contact ?? others ?? change ?? signature)?.Start ?? last),
            Contact = Between(contactEnd?.End, (others ?? change)?.Start ?? signatureStart ?? last),
            OtherReports = Between(othersEnd?.End, change?.Start ?? signatureStart ?? last),
            ChangeAnswer = Between(changeEnd?.End, ifSo?.Start ?? signatureStart ?? last),
            Explanation = Between(ifSoEnd?.End, signatureStart ?? last),
            Signature = Between(signatureStart ?? behindForm?.End, end?.Start ?? last),
            Attachments = Between(attachments?.Start, last),
        };
    }

    private static TextRange? Between(int? start, int end) => start is { } from && end > from ? new TextRange(from, end) : null;

    private static int LineStart(string content, int at) => content.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;

    // Goes through the printed sentences in the form's order; each is looked for behind the one before.
    private sealed class Walk(Skeleton skeleton, int end)
    {
        private int at;

        public TextRange? Next(params ReadOnlySpan<string> phrases) => Take(First(phrases, end));

        public TextRange? NextNear(int within, params ReadOnlySpan<string> phrases) => within == 0 ? null : Take(First(phrases, Math.Min(end, at + within)));

        public TextRange? Peek(params ReadOnlySpan<string> phrases) => First(phrases, end);

        private TextRange? First(ReadOnlySpan<string> phrases, int to)
        {
            foreach (var phrase in phrases)
            {
                if (skeleton.Find(phrase, at, to) is { } found)
                    return found;
            }
            return null;
        }

        private TextRange? Take(TextRange? found)
        {
            at = found?.End ?? at;
            return found;
        }
    }
}
