using System.Text;
using Filingwire.Parsing.Envelopes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Unit.Parsing.Envelopes;

public sealed class EnvelopeReaderTests
{
    private const string Captions = """
        <SEC-DOCUMENT>0001127602-25-001055.txt : 20250110
        <SEC-HEADER>0001127602-25-001055.hdr.sgml : 20250110
        <ACCEPTANCE-DATETIME>20250110160730
        ACCESSION NUMBER:		0001127602-25-001055
        CONFORMED SUBMISSION TYPE:	4
        PUBLIC DOCUMENT COUNT:		1
        CONFORMED PERIOD OF REPORT:	20250108
        ITEM INFORMATION:		Other Events
        GROUP MEMBERS:		A LP
        GROUP MEMBERS:		B LP
        FILED AS OF DATE:		20250110

        REPORTING-OWNER:

        	OWNER DATA:
        		COMPANY CONFORMED NAME:			DOE JANE
        		CENTRAL INDEX KEY:			0001000001
        		ORGANIZATION NAME:

        	FILING VALUES:
        		FORM TYPE:		4
        		SEC ACT:		1934 Act
        		SEC FILE NUMBER:	001-00001
        		FILM NUMBER:		25000001

        	MAIL ADDRESS:
        		STREET 1:		1 MAIN ST
        		CITY:			ALBANY
        		STATE:			NY
        		ZIP:			12207

        ISSUER:

        	COMPANY DATA:
        		COMPANY CONFORMED NAME:			EXAMPLE & CO
        		CENTRAL INDEX KEY:			0000000007
        		STANDARD INDUSTRIAL CLASSIFICATION:	PHARMACEUTICAL PREPARATIONS [2834]
        		EIN:				260014658

        	FORMER COMPANY:
        		FORMER CONFORMED NAME:	OLD EXAMPLE CORP
        		DATE OF NAME CHANGE:	19960607

        	FORMER COMPANY:
        		FORMER CONFORMED NAME:	OLDER EXAMPLE CORP
        		DATE OF NAME CHANGE:	19900101
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>4
        <SEQUENCE>1
        <FILENAME>doc4.xml
        <TEXT>
        <XML>
        <?xml version="1.0"?>
        <ownershipDocument></ownershipDocument>
        </XML>
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>EX-99
        <SEQUENCE>3
        <TEXT>
        begin 644 picture.jpg
        M_]C_X
        end
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """;

    private const string Tags = """
        <SUBMISSION>
        <ACCESSION-NUMBER>0001127602-25-001055
        <TYPE>4
        <PUBLIC-DOCUMENT-COUNT>1
        <PERIOD>20250108
        <ITEMS>4.02
        <ITEMS>9.01
        <FILING-DATE>20250110
        <REPORTING-OWNER>
        <OWNER-DATA>
        <CONFORMED-NAME>DOE JANE
        <CIK>0001000001
        <ORGANIZATION-NAME>
        </OWNER-DATA>
        <FILING-VALUES>
        <FORM-TYPE>4
        <ACT>34
        </FILING-VALUES>
        </REPORTING-OWNER>
        <ISSUER>
        <COMPANY-DATA>
        <CONFORMED-NAME>EXAMPLE &amp; CO
        <CIK>0000000007
        <ASSIGNED-SIC>2834
        </COMPANY-DATA>
        <FORMER-COMPANY>
        <FORMER-CONFORMED-NAME>OLD EXAMPLE CORP
        <DATE-CHANGED>19960607
        </FORMER-COMPANY>
        </ISSUER>
        <DOCUMENT>
        <TYPE>4
        <TEXT>
        <XML>
        <ownershipDocument></ownershipDocument>
        </XML>
        </TEXT>
        </DOCUMENT>
        </SUBMISSION>
        """;

    public static TheoryData<string> LineEnds => ["\n", "\r\n", "\r", "\n\n"];

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Captions_are_read_with_any_line_end(string lineEnd)
    {
        var submission = Read(Captions.ReplaceLineEndings(lineEnd), out var diagnostics);
        var header = Assert.IsType<SubmissionHeader>(submission.Header);
        Assert.Equal("0001127602-25-001055", header.Accession!.Value);
        Assert.Equal("4", header.FormType!.Value);
        Assert.Equal(new DateOnly(2025, 1, 8), header.PeriodOfReport!.Value);
        Assert.Equal(new DateOnly(2025, 1, 10), header.FiledOn!.Value);
        Assert.Equal(new DateTime(2025, 1, 10, 16, 7, 30, DateTimeKind.Unspecified), header.AcceptedAtEastern!.Value);
        Assert.Equal(["Other Events"], header.Items.Select(item => item.Value));
        Assert.Equal(["A LP", "B LP"], header.OtherLines.Where(line => line.Name == "GROUP-MEMBERS").Select(line => line.Value.Value));
        Assert.Equal([PartyRole.ReportingOwner, PartyRole.Issuer], header.Parties.Select(party => party.Role));
        var (owner, issuer) = (header.Parties[0], header.Parties[1]);
        Assert.Equal(("DOE JANE", "1000001", "34", "001-00001", "25000001"), (owner.Name!.Value, owner.Cik!.Value, owner.SecAct!.Value, owner.FileNumber!.Value, owner.FilmNumber!.Value));
        Assert.Null(owner.OrganizationName);
        Assert.Null(owner.BusinessAddress);
        Assert.Equal(("1 MAIN ST", "ALBANY", "NY", "12207"), (owner.MailAddress!.Street1!.Value, owner.MailAddress.City!.Value, owner.MailAddress.State!.Value, owner.MailAddress.Zip!.Value));
        Assert.Equal(("EXAMPLE & CO", "7", "2834", "260014658"), (issuer.Name!.Value, issuer.Cik!.Value, issuer.SicCode!.Value, issuer.IrsNumber!.Value));
        Assert.Equal([("OLD EXAMPLE CORP", new DateOnly(1996, 6, 7)), ("OLDER EXAMPLE CORP", new DateOnly(1990, 1, 1))],
            issuer.FormerNames.Select(former => (former.Name!.Value!, former.ChangedOn!.Value!.Value)));
        Assert.Equal([DocumentFormat.Xml, DocumentFormat.Binary], submission.Documents.Select(document => document.Format));
        Assert.Equal(["4", "EX-99"], submission.Documents.Select(document => document.Type!.Value));
        Assert.Equal("document-count-differs", Assert.Single(diagnostics).Code);
    }

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void The_feeds_tags_are_read_with_any_line_end(string lineEnd)
    {
        var text = Tags.ReplaceLineEndings(lineEnd);
        var submission = Read(text, out var diagnostics);
        var header = Assert.IsType<SubmissionHeader>(submission.Header);
        Assert.Equal(["4.02", "9.01"], header.Items.Select(item => item.Value));
        Assert.Null(header.AcceptedAtEastern);
        Assert.Equal("EXAMPLE & CO", header.Parties[1].Name!.Value);
        Assert.Equal("34", header.Parties[0].SecAct!.Value);
        Assert.Equal("OLD EXAMPLE CORP", Assert.Single(header.Parties[1].FormerNames).Name!.Value);
        var body = Assert.Single(submission.Documents).Body;
        Assert.Equal("<ownershipDocument></ownershipDocument>", text[body.Start..body.End]);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void A_header_in_a_web_page_is_read()
    {
        var submission = Read("<HTML><HEAD>\n<!-- \n<SEC-HEADER>0001127602-25-001055.hdr.sgml : 20250110\n<ACCEPTANCE-DATETIME>20250110160730\n"
            + "<ACCESSION-NUMBER>0001127602-25-001055\n<TYPE>NT 10-Q\n<FILER>\n<COMPANY-DATA>\n<CIK>0000000007\n</COMPANY-DATA>\n</FILER>\n-->\n</HEAD></HTML>", out var diagnostics);
        Assert.Equal("NT 10-Q", submission.Header!.FormType!.Value);
        Assert.Equal(new DateTime(2025, 1, 10, 16, 7, 30, DateTimeKind.Unspecified), submission.Header.AcceptedAtEastern!.Value);
        Assert.Equal(PartyRole.Filer, Assert.Single(submission.Header.Parties).Role);
        Assert.Equal("header-only", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Tags_and_captions_of_the_1990s_mix_behind_a_privacy_enhanced_head()
    {
        var submission = Read("""
            -----BEGIN PRIVACY-ENHANCED MESSAGE-----
            Proc-Type: 2001,MIC-CLEAR
            Originator-Name: webmaster@www.sec.gov

            <IMS-DOCUMENT>0000109446-94-000005.txt : 19940323
            <IMS-HEADER>0000109446-94-000005.hdr.sgml : 19940323
            ACCESSION NUMBER:		0000109446-94-000005
            CONFORMED SUBMISSION TYPE:	4
            FILED AS OF DATE:		19940323
            SROS:			NYSE

            SUBJECT COMPANY:

            	COMPANY DATA:
            		COMPANY CONFORMED NAME:			EXAMPLE CORP
            		CENTRAL INDEX KEY:			0000000007
            		STANDARD INDUSTRIAL CLASSIFICATION:	 []
            <REPORTING-OWNER>

            COMPANY DATA:
            	COMPANY CONFORMED NAME:			DOE JANE
            	CENTRAL INDEX KEY:			0001000001
            <RELATIONSHIP>DIRECTOR

            FILING VALUES:
            	FORM TYPE:		4
            </REPORTING-OWNER>
            </IMS-HEADER>
            <DOCUMENT>
            <TYPE>4
            <TEXT>
            FORM 4
            </TEXT>
            </DOCUMENT>
            </IMS-DOCUMENT>
            -----END PRIVACY-ENHANCED MESSAGE-----
            """, out _);
        var header = Assert.IsType<SubmissionHeader>(submission.Header);
        Assert.Equal([PartyRole.SubjectCompany, PartyRole.ReportingOwner], header.Parties.Select(party => party.Role));
        Assert.Equal(["EXAMPLE CORP", "DOE JANE"], header.Parties.Select(party => party.Name!.Value));
        Assert.Null(header.Parties[0].SicCode);
        Assert.Equal("4", header.Parties[1].FormType!.Value);
        Assert.Equal(["NYSE", "DIRECTOR"], header.OtherLines.Select(line => line.Value.Value));
    }

    [Fact]
    public void Documents_without_a_header_are_found()
    {
        var submission = Read("<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n<html><body>x</body></html>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\ncut", out var diagnostics);
        Assert.Null(submission.Header);
        Assert.Equal([DocumentFormat.Html, DocumentFormat.Text], submission.Documents.Select(document => document.Format));
        Assert.Equal("document-unterminated", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Only_the_first_of_several_submissions_is_read_and_that_is_said()
    {
        var submission = Read(Tags + "\n" + Tags.Replace("001055", "001056", StringComparison.Ordinal), out var diagnostics);
        Assert.Equal("0001127602-25-001055", submission.Header!.Accession!.Value);
        Assert.Single(submission.Documents);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == "more-submissions");
    }

    private static Submission Read(string text, out List<Diagnostic> diagnostics) => EnvelopeReader.Read(Encoding.UTF8.GetBytes(text), diagnostics = []);
}
