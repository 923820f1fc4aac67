using System.Text;
using Filingwire.Contracts.Events;
using Filingwire.Extraction.Intake;
using Filingwire.Extraction.Readings;
using Filingwire.Extraction.Storage;
using Filingwire.Hosting.Errors;
using Filingwire.Messaging.Events;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using StatedFacts = Filingwire.Extraction.V1.StatedFacts;

namespace Filingwire.Integration.Extraction;

/// <summary>What becomes of submissions, on a real store: the events are those that the relay would publish.</summary>
public sealed class Given_an_intake : IAsyncLifetime
{
    private const string Accession = "0001127602-23-000777";
    private readonly string folder = Directory.CreateTempSubdirectory("filingwire-intake-").FullName;
    private SqliteStore store = null!;
    private FilingStore filings = null!;
    private FilingIntake intake = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await SqliteStore.OpenAsync(Path.Combine(folder, "extraction.db"), Cancellation);
        await store.PrepareAsync(Collections.All, Cancellation);
        filings = new FilingStore(store, new RelaySignal());
        intake = new FilingIntake(filings, new IssuerLinks(filings, TimeProvider.System), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Case("O7", "F8")]
    [Fact]
    public async Task The_same_bytes_twice_are_one_filing_and_one_event()
    {
        var first = await Submit(Form4());
        var second = await Submit(Form4());
        Assert.False(first.AlreadyKnown);
        Assert.True(second.AlreadyKnown);
        Assert.Equal(first.Filing, second.Filing);
        Assert.StartsWith("filings/sha256-", first.Filing.Name, StringComparison.Ordinal);
        Assert.Equal("issuers/1279704", first.Filing.Issuer);
        Assert.Single(await Events<FilingParsed>());
    }

    [Case("O7")]
    [Fact]
    public async Task A_bare_filing_is_joined_to_its_accession_number_when_that_becomes_known()
    {
        var bare = await Submit(Form4());
        var stated = await Submit(Form4(), new StatedFacts { Accession = Accession });
        Assert.Equal($"filings/{Accession}", stated.Filing.Name);
        Assert.Equal("stated-by-submitter", stated.Filing.Accession.Evidence.Rule);
        Assert.Equal(bare.Filing.Name, (await Events<FilingParsed>())[^1].Replaces);

        var bareAgain = await Submit(Form4());
        Assert.True(bareAgain.AlreadyKnown);
        Assert.Equal(stated.Filing.Name, bareAgain.Filing.Name);
        Assert.Equal(2, (await Events<FilingParsed>()).Count);
    }

    [Fact]
    public async Task Bare_bytes_that_come_after_the_accession_number_are_recognised()
    {
        await Submit(Form4(), new StatedFacts { Accession = Accession });
        var bare = await Submit(Form4().Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.True(bare.AlreadyKnown);
        Assert.Equal($"filings/{Accession}", bare.Filing.Name);
    }

    [Fact]
    public async Task A_name_without_cik_is_a_provisional_issuer_until_a_filing_proves_the_link()
    {
        var provisional = await Submit(Form4(cik: null, title: "Class A"));
        Assert.Equal("issuers/n-cellectar-biosciences", provisional.Filing.Issuer);

        var proof = await Submit(Form4());
        var parsed = await Events<FilingParsed>();
        var moved = Assert.Single(parsed, e => e.Filing == provisional.Filing.Name && e.Generation == 2);
        Assert.Equal("issuers/1279704", moved.Issuer);
        Assert.Equal("1279704", moved.IssuerCik);
        Assert.Equal("issuers/n-cellectar-biosciences", moved.PreviousIssuer);
        var identified = Assert.Single(await Events<IssuerIdentified>());
        Assert.Equal(proof.Filing.Name, identified.Filing);

        var later = await Submit(Form4(cik: null, title: "Class B"));
        Assert.Equal("issuers/1279704", later.Filing.Issuer);
        Assert.Contains(later.Filing.Diagnostics, diagnostic => diagnostic.Code == "issuer-identified-by-name");
    }

    [Theory]
    [InlineData("proof")]
    [InlineData("moved")]
    [InlineData("provisional")]
    public async Task What_a_stop_cuts_off_behind_the_save_is_learnt_at_the_next_start(string stop)
    {
        var provisional = Form4(cik: null, title: "Class A");
        if (stop != "provisional")
            await Submit(provisional);
        // In the last case the name is proved while the filing that has nothing but the name is being saved.
        Func<Task> meanwhile = stop == "provisional" ? () => Submit(Form4()) : () => Task.CompletedTask;
        var ending = new FilingStore(new EndingStore(store, stop == "moved" ? 2 : 1, meanwhile), new RelaySignal());
        var cutOff = new FilingIntake(ending, new IssuerLinks(ending, TimeProvider.System), TimeProvider.System);
        var last = Encoding.UTF8.GetBytes(stop == "provisional" ? provisional : Form4());
        await Assert.ThrowsAsync<OperationCanceledException>(() => cutOff.SubmitAsync(last, null, Cancellation));

        await new IssuerLinks(filings, TimeProvider.System).ResumeAsync(Cancellation);

        Assert.Equal("issuers/1279704", (await Submit(provisional)).Filing.Issuer);
        Assert.Empty(await filings.ProvisionalIssuersAsync(Cancellation));
        Assert.Empty(await filings.OpenLinksAsync(Cancellation));
        Assert.Equal(3, (await Events<FilingParsed>()).Count);
    }

    [Fact]
    public async Task A_name_that_two_ciks_use_proves_nothing()
    {
        await Submit(Form4());
        await Submit(Form4(cik: "999"));
        var provisional = await Submit(Form4(cik: null));
        Assert.Equal("issuers/n-cellectar-biosciences", provisional.Filing.Issuer);
    }

    [Theory]
    [InlineData("", "FILING_EMPTY")]
    [InlineData(" \r\n\t ", "FILING_EMPTY")]
    [InlineData("a\0\u0001binary", "FILING_BINARY")]
    [InlineData("Dear Sir, this is no filing.", "FILING_NOT_RECOGNISED")]
    public async Task What_is_no_filing_is_refused_with_a_reason_and_announced_once(string content, string reason)
    {
        for (var i = 0; i < 2; i++)
        {
            var refused = await Assert.ThrowsAsync<RequestException>(() => Submit(content));
            Assert.Equal(reason, refused.Error.Reason);
        }
        Assert.Equal(reason, Assert.Single(await Events<FilingRejected>()).Reason);
    }

    [Fact]
    public async Task Malformed_stated_facts_are_named_field_by_field()
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => Submit(Form4(), new StatedFacts { Accession = "12", FiledOn = "yesterday", IssuerCik = "7" }));
        Assert.Equal(["stated.accession", "stated.filed_on"], refused.Error.Fields.Select(field => field.Field));
        Assert.Empty(await Events<FilingParsed>());
    }

    [Fact]
    public async Task A_stated_fact_never_overrides_the_bytes()
    {
        var filing = (await Submit(Form4(), new StatedFacts { IssuerCik = "42", FormType = "4/A" })).Filing;
        Assert.Equal("issuers/1279704", filing.Issuer);
        Assert.Equal("4", filing.FormType.Value);
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "stated-issuer-contradicts");
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "stated-form-type-contradicts");
    }

    [Fact]
    public async Task Fifty_submissions_of_the_same_bytes_at_once_make_one_filing()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Submit(Form4())));
        Assert.Single(outcomes, outcome => !outcome.AlreadyKnown);
        Assert.Single(await Events<FilingParsed>());
    }

    private Task<Submitted> Submit(string content, StatedFacts? stated = null) => intake.SubmitAsync(Encoding.UTF8.GetBytes(content), stated, Cancellation);

    private async Task<IReadOnlyList<T>> Events<T>() where T : IEvent =>
        [.. (await store.Log.ReadAsync(1, 1000, Cancellation)).Where(e => e.Event.Type == typeof(T).Name).Select(e => (T)EventJson.Read(e.Event.Json, typeof(T)))];

    private static string Form4(string? cik = "0001279704", string title = "Common Stock") => $"""
        <?xml version="1.0"?>
        <ownershipDocument>
            <schemaVersion>X0508</schemaVersion>
            <documentType>4</documentType>
            <periodOfReport>2023-12-08</periodOfReport>
            <issuer>
                {(cik is null ? "" : $"<issuerCik>{cik}</issuerCik>")}
                <issuerName>Cellectar Biosciences, Inc.</issuerName>
                <issuerTradingSymbol>CLRB</issuerTradingSymbol>
            </issuer>
            <reportingOwner>
                <reportingOwnerId><rptOwnerCik>0001600000</rptOwnerCik><rptOwnerName>DOE JANE</rptOwnerName></reportingOwnerId>
                <reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship>
            </reportingOwner>
            <nonDerivativeTable>
                <nonDerivativeTransaction>
                    <securityTitle><value>{title}</value></securityTitle>
                    <transactionDate><value>2023-12-08</value></transactionDate>
                    <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
                    <transactionAmounts>
                        <transactionShares><value>100</value></transactionShares>
                        <transactionPricePerShare><value>0</value></transactionPricePerShare>
                        <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode>
                    </transactionAmounts>
                    <postTransactionAmounts><sharesOwnedFollowingTransaction><value>100</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
                    <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
                </nonDerivativeTransaction>
            </nonDerivativeTable>
            <ownerSignature><signatureName>/s/ Jane Doe</signatureName><signatureDate>2023-12-12</signatureDate></ownerSignature>
        </ownershipDocument>
        """;
}
