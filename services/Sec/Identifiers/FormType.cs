using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Filingwire.Sec.Identifiers;

/// <summary>A submission type as EDGAR writes it: "4", "4/A", "NT 10-Q", "10-K405", "8-K/A".</summary>
[JsonConverter(typeof(IdentifierJson<FormType>))]
public readonly record struct FormType : IIdentifier<FormType>
{
    private const string AmendmentSuffix = "/A";
    private readonly string? text;

    private FormType(string text) => this.text = text;

    /// <summary>True for types that end in "/A".</summary>
    public bool IsAmendment => text is not null && text.EndsWith(AmendmentSuffix, StringComparison.Ordinal);

    /// <summary>The type without "/A".</summary>
    public FormType Unamended => IsAmendment ? new FormType(text![..^AmendmentSuffix.Length]) : this;

    /// <summary>Reads 1 to 20 characters: letters, digits, blanks, hyphens and slashes; case and runs of blanks are made uniform.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FormType form)
    {
        form = default;
        if (text is null)
            return false;
        var uniform = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        if (uniform.Length is 0 or > 20 || !uniform.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '/'))
            return false;
        form = new FormType(uniform);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">The text is no submission type.</exception>
    public static FormType Parse(string text) =>
        TryParse(text, out var form) ? form : throw new FormatException($"'{text}' is not a submission type.");

    /// <summary>As EDGAR writes it; empty only for <c>default</c>.</summary>
    public override string ToString() => text ?? "";
}
