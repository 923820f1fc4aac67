using System.CommandLine;
using Filingwire.Cli.Sources;
using Filingwire.Edgar.Selection;
using Filingwire.Extraction.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Filingwire.Cli;

/// <summary><c>import PATH...</c>: sends filings from files, folders and archives to Extraction, several at once, with progress.</summary>
internal static class ImportCommand
{
    private const int LargestInOneMessage = 3 * 1024 * 1024;
    private const int ChunkBytes = 256 * 1024;
    private const int MostAtOnce = 1024;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, .zip, .tar.gz and .nc archives of filings.", Arity = ArgumentArity.OneOrMore };
        var parallel = new Option<int>("--parallel") { Description = "Filings sent at once.", DefaultValueFactory = _ => 32 };
        paths.Validators.Add(ParseCommand.NamesOnly);
        parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostAtOnce)
                result.AddError($"--parallel takes a number from 1 to {MostAtOnce}.");
        });
        var forms = new Option<string?>("--forms")
        {
            Description = $"Families of forms to send, \"4,NT,8-K\", of {string.Join(", ", FormSelection.Known)}; all when not said.",
        };
        var addresses = new ServiceAddresses();
        var command = new Command("import", "Send filings to a running Extraction.") { paths, parallel, forms };
        addresses.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var wants = Wanted(result.GetValue(forms));
            using var clients = addresses.Connect(result);
            return await RunAsync(clients.Extraction, result.GetRequiredValue(paths), wants, result.GetValue(parallel), cancellation);
        });
        return command;
    }

    private static Func<string, bool>? Wanted(string? forms)
    {
        if (forms is null)
            return null;
        if (FormSelection.Read(forms, "", out var selection) is { } unknown)
            throw new UsageException($"'{unknown}' is none of {string.Join(", ", FormSelection.Known)}.");
        return type => selection.Takes(type, []);
    }

    private static async Task<int> RunAsync(
        ExtractionService.ExtractionServiceClient client, string[] paths, Func<string, bool>? wants, int parallel, CancellationToken cancellation)
    {
        if (paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
            throw new UsageException($"There is no file or folder {missing}.");
        var progress = new ImportProgress(Console.Error);
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        await Parallel.ForEachAsync(paths.SelectMany(path => SubmissionFiles.Read(path, wants)), options, async (file, token) =>
        {
            if (file.IsPassedOver)
                progress.PassOver();
            else
                progress.Count(file.Name, file.Problem is { } problem ? new Outcome(false, problem) : await SendAsync(client, file, token));
        });
        return progress.Finish() ? 0 : Failures.Failed;
    }

    private static async Task<Outcome> SendAsync(ExtractionService.ExtractionServiceClient client, SubmissionFile file, CancellationToken cancellation)
    {
        var stated = new StatedFacts { Source = file.Name };
        try
        {
            if (file.Bytes.Length > LargestInOneMessage)
                return new Outcome((await UploadAsync(client, file, stated, cancellation)).AlreadyKnown, null);
            var request = new SubmitFilingRequest { Content = UnsafeByteOperations.UnsafeWrap(file.Bytes), Stated = stated, View = FilingView.Basic };
            return new Outcome((await client.SubmitFilingAsync(request, cancellationToken: cancellation)).AlreadyKnown, null);
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.InvalidArgument or StatusCode.ResourceExhausted)
        {
            return new Outcome(false, refused.Status.Detail);
        }
    }

    private static async Task<UploadFilingResponse> UploadAsync(
        ExtractionService.ExtractionServiceClient client, SubmissionFile file, StatedFacts stated, CancellationToken cancellation)
    {
        using var call = client.UploadFiling(cancellationToken: cancellation);
        for (var at = 0; at < file.Bytes.Length; at += ChunkBytes)
        {
            var chunk = file.Bytes.Slice(at, Math.Min(ChunkBytes, file.Bytes.Length - at));
            await call.RequestStream.WriteAsync(new UploadFilingRequest { Chunk = UnsafeByteOperations.UnsafeWrap(chunk), Stated = at == 0 ? stated : null, View = FilingView.Basic }, cancellation);
        }
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    /// <summary>What became of one filing.</summary>
    internal readonly record struct Outcome(bool AlreadyKnown, string? Refused);
}
