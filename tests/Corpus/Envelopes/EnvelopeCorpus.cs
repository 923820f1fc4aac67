using System.Text;
using System.Text.Json;
using Filingwire.Corpus.Ownership;
using Filingwire.Parsing.Envelopes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Corpus.Envelopes;

public sealed class EnvelopeCorpus
{
    private static readonly string[] Folders = ["ownership", "8k", "nt", "nonreliance"];

    /// <summary>Each line of a real header that says something must be a fact or stand among the other lines, and its span must hold it.</summary>
    [Fact]
    public void Every_line_of_every_header_is_kept_with_its_bytes()
    {
        var (headers, lines, accepted) = (0, 0, 0);
        foreach (var file in Folders.SelectMany(folder => FilingFiles.In(folder)))
        {
            var bytes = File.ReadAllBytes(file);
            var submission = EnvelopeReader.Read(bytes, []);
            if (submission.Header is not { } header)
                continue;
            headers++;
            accepted += header.AcceptedAtEastern is null ? 0 : 1;
            var fields = OwnershipFields.OfRecord(header).ToList();
            foreach (var field in fields)
            {
                var span = Assert.NotNull(field.Source.Span);
                Assert.Equal(field.Source.AsWritten, Encoding.Latin1.GetString(bytes, span.Start, span.Length).Replace("&amp;", "&", StringComparison.Ordinal));
            }
            var kept = fields.GroupBy(field => field.Source.AsWritten).ToDictionary(group => group.Key, group => group.Count());
            foreach (var value in HeaderValues(bytes))
            {
                lines++;
                Assert.True(kept.TryGetValue(value, out var left) && left > 0, $"{Path.GetFileName(file)}: '{value}' is lost");
                kept[value]--;
            }
            Assert.NotNull(header.FormType?.Value);
            Assert.NotNull(header.Accession?.Value);
            Assert.NotNull(header.FiledOn?.Value);
            Assert.NotEmpty(header.Parties);
            Assert.All(header.Parties, party => Assert.NotNull(party.Cik));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{headers} headers, {lines} lines, {accepted} with the time of acceptance.");
        Assert.True(headers >= (FilingFiles.IsWhole ? 107 : 20), $"only {headers} headers were found");
    }

    [Fact]
    public void Every_document_of_a_submission_is_found_with_its_body()
    {
        var (documents, skipped) = (0, 0);
        foreach (var file in Folders.SelectMany(folder => FilingFiles.In(folder)))
        {
            var bytes = File.ReadAllBytes(file);
            var expected = Encoding.Latin1.GetString(bytes).Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Count(line => line.TrimEnd() == "<DOCUMENT>");
            if (expected == 0)
                continue;
            var diagnostics = new List<Diagnostic>();
            var submission = EnvelopeReader.Read(bytes, diagnostics);
            Assert.Equal(expected, submission.Documents.Count);
            documents += expected;
            skipped += submission.Documents.Count(document => document.Format == DocumentFormat.Binary);
            foreach (var document in submission.Documents)
            {
                Assert.NotNull(document.Type?.Value);
                var body = Encoding.Latin1.GetString(bytes, document.Body.Start, document.Body.Length);
                Assert.DoesNotContain("<DOCUMENT>", body, StringComparison.Ordinal);
                Assert.DoesNotContain("</TEXT>", body, StringComparison.Ordinal);
                Assert.False(body.StartsWith("<XML>", StringComparison.OrdinalIgnoreCase) || body.StartsWith("<XBRL>", StringComparison.OrdinalIgnoreCase));
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{documents} documents, {skipped} of them uuencoded.");
    }

    /// <summary>Headers that another tool took apart, written again as the feed writes them, must be read with every value in its place.</summary>
    [Fact]
    public void Headers_parsed_by_another_tool_are_read_alike_from_the_feeds_form()
    {
        var (compared, spoiled) = (0, 0);
        foreach (var file in FilingFiles.In("oracles/datamule_paypal_header_metadata", "*.json"))
        {
            var parsed = File.ReadAllText(file);
            // The other tool takes an empty ORGANIZATION-NAME for a group and nests all that follows; what it wrote then is no header.
            if (parsed.Contains("\"ORGANIZATION-NAME\": {", StringComparison.Ordinal))
            {
                spoiled++;
                continue;
            }
            using var json = JsonDocument.Parse(parsed);
            var written = new StringBuilder("<SUBMISSION>\n");
            var values = new List<string>();
            Write(json.RootElement.GetProperty("submission"), written, values);
            var submission = EnvelopeReader.Read(Encoding.UTF8.GetBytes(written.Append("</SUBMISSION>\n").ToString()), []);
            var header = Assert.IsType<SubmissionHeader>(submission.Header);
            var read = OwnershipFields.OfRecord(header).Select(field => field.Source.AsWritten).Order(StringComparer.Ordinal);
            Assert.Equal(values.Order(StringComparer.Ordinal), read);
            var source = json.RootElement.GetProperty("submission");
            Assert.Equal(source.GetProperty("TYPE").GetString(), header.FormType?.Value);
            foreach (var (name, role) in new[] { ("ISSUER", PartyRole.Issuer), ("REPORTING-OWNER", PartyRole.ReportingOwner), ("FILED-BY", PartyRole.FiledBy), ("SUBJECT-COMPANY", PartyRole.SubjectCompany) })
                Assert.Equal(Blocks(source, name).Select(CikOf), header.Parties.Where(party => party.Role == role).Select(party => party.Cik!.Value));
            compared += values.Count;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} header values compared; {spoiled} files spoiled by the other tool left out.");
    }

    private static IEnumerable<JsonElement> Blocks(JsonElement submission, string name) =>
        !submission.TryGetProperty(name, out var found) ? [] : found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [found];

    private static string CikOf(JsonElement party) =>
        (party.TryGetProperty("COMPANY-DATA", out var data) ? data : party.GetProperty("OWNER-DATA")).GetProperty("CIK").GetString()!.TrimStart('0');

    private static void Write(JsonElement node, StringBuilder to, List<string> values)
    {
        foreach (var member in node.EnumerateObject())
            foreach (var value in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToList() : [member.Value])
            {
                to.Append('<').Append(member.Name).Append('>');
                if (value.ValueKind == JsonValueKind.Object)
                {
                    to.Append('\n');
                    Write(value, to, values);
                    to.Append("</").Append(member.Name).Append('>');
                }
                else if (value.GetString() is { Length: > 0 } text)
                {
                    to.Append(text.Replace("&", "&amp;", StringComparison.Ordinal));
                    values.Add(text);
                }
                to.Append('\n');
            }
    }

    /// <summary>What stands behind a caption's colon or a tag, by a reading that shares nothing with ours.</summary>
    private static IEnumerable<string> HeaderValues(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var start = text.IndexOf("<SEC-HEADER>", StringComparison.Ordinal);
        start = start < 0 ? text.IndexOf("<IMS-HEADER>", StringComparison.Ordinal) : start;
        start = start < 0 ? text.IndexOf("<SUBMISSION>", StringComparison.Ordinal) : start;
        var end = text.IndexOf("<DOCUMENT>", start, StringComparison.Ordinal);
        var lines = text[start..end].Split('\n', '\r').Skip(1);
        foreach (var line in lines.Select(line => line.Trim()))
        {
            var value = line.StartsWith('<') ? line[(line.IndexOf('>', StringComparison.Ordinal) + 1)..]
                : line.Contains(':', StringComparison.Ordinal) ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..] : "";
            // An empty classification, "[]", says nothing.
            if (value.Trim() is { Length: > 0 } said && said != "[]")
                yield return said.Replace("&amp;", "&", StringComparison.Ordinal);
        }
    }
}
