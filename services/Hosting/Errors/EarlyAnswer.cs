using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Filingwire.Hosting.Errors;

/// <summary>A gRPC answer of headers only, for calls that are refused before their message is read.</summary>
internal static class EarlyAnswer
{
    /// <summary>Ends the call with the error's status and details.</summary>
    public static Task AnswerAsync(this DomainError error, HttpResponse response)
    {
        var status = error.ToRpcException();
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(status.Status.Detail);
        foreach (var detail in status.Trailers)
            response.Headers[detail.Key] = Convert.ToBase64String(detail.ValueBytes).TrimEnd('=');
        return response.CompleteAsync();
    }
}
