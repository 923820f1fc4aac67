using System.Buffers.Text;
using System.Text;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Edgar.Indexes;

/// <summary>
/// Reads one row. Columns are never taken from the title: since December 2024 form.idx has its form column five wider ("SCHEDULE 13D/A" has
/// 14 characters) below a title that still shows the old width. So a row in columns is read from its right end, where path, date and CIK
/// are unmistakable, and what is left is parted at a run of blanks.
/// </summary>
internal sealed class IndexRowReader(IndexLayout layout)
{
    /// <summary>The widths of the form column: until December 2024, and since.</summary>
    private const int FormerColumn = 12;
    private const int Column = 17;

    private const int Types = 256;
    private readonly string?[] types = new string?[Types];

    public bool TryRead(ReadOnlySpan<byte> line, out IndexRow row) =>
        layout == IndexLayout.Barred ? TryReadBarred(line, out row) : TryReadColumns(line, out row);

    private bool TryReadBarred(ReadOnlySpan<byte> line, out IndexRow row)
    {
        row = default;
        // From the right as well: a bar in a name would else move every field.
        if (!TryCutLast(ref line, (byte)'|', out var path) || !TryCutLast(ref line, (byte)'|', out var date) || !TryCutLast(
            ref line, (byte)'|', out var form))
            return false;
        var bar = line.IndexOf((byte)'|');
        return bar > 0 && TryMake(line[..bar], line[(bar + 1)..], form, date, path, out row);
    }

    private bool TryReadColumns(ReadOnlySpan<byte> line, out IndexRow row)
    {
        row = default;
        if (!TryCutLast(ref line, (byte)' ', out var path) || !TryCutLast(ref line, (byte)' ', out var date) || !TryCutLast(
            ref line, (byte)' ', out var cik))
            return false;
        ReadOnlySpan<byte> form, company;
        if (layout == IndexLayout.CompanyFirst)
        {
            var gap = line.LastIndexOf("  "u8);
            form = line[(gap + 1)..];
            company = gap < 0 ? [] : line[..gap];
        }
        else
        {
            var width = FormWidth(line);
            form = line[..width];
            company = line[width..];
        }
        return TryMake(cik, company, form, date, path, out row);
    }

    /// <summary>
    /// Types hold single blanks ("1-A POS"), so the first run of two or more ends one. Only a type that fills its column has no such run
    /// behind it; the first run then lies inside or behind the name, and the column's width decides.
    /// </summary>
    private static int FormWidth(ReadOnlySpan<byte> line)
    {
        var gap = line.IndexOf("  "u8);
        if (gap is >= 0 and < FormerColumn || (gap is >= FormerColumn and < Column && Begins(line, Column)))
            return gap;
        return Begins(line, FormerColumn) ? FormerColumn : Begins(line, Column) ? Column : gap < 0 ? line.Length : gap;
    }

    private static bool Begins(ReadOnlySpan<byte> line, int column) => line.Length > column && line[column - 1] == ' '
        && line[column] != ' ';

    private bool TryMake(ReadOnlySpan<byte> cik, ReadOnlySpan<byte> company, ReadOnlySpan<byte> form, ReadOnlySpan<byte> date,
        ReadOnlySpan<byte> path, out IndexRow row)
    {
        row = default;
        form = form.Trim((byte)' ');
        if (form.IsEmpty || !Cik.TryParse(Encoding.Latin1.GetString(cik.Trim((byte)' ')), out var party) || !TryReadDate(
            date.Trim((byte)' '), out var filedOn))
            return false;
        var below = path.IndexOf("edgar/"u8);
        if (below < 0)
            return false;
        var text = Encoding.Latin1.GetString(path[below..].TrimEnd((byte)' '));
        row = new IndexRow(party, Encoding.Latin1.GetString(company.Trim((byte)' ')), Type(form), filedOn, AccessionOf(text), text);
        return true;
    }

    // Many rows, few types: each is one string.
    private string Type(ReadOnlySpan<byte> form)
    {
        var slot = ((form.Length * 31) + (form[0] * 7) + (form[^1] * 131) + form[form.Length / 2]) % Types;
        var known = types[slot];
        if (known is not null && known.Length == form.Length && Ascii.Equals(form, known))
            return known;
        return types[slot] = Encoding.Latin1.GetString(form);
    }

    private static AccessionNumber? AccessionOf(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.Length >= 20 && AccessionNumber.TryParse(name[..20].ToString(), out var accession) ? accession : null;
    }

    private static bool TryReadDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        var isIso = text.Length == 10 && text[4] == '-' && text[7] == '-';
        if (!isIso && text.Length != 8)
            return false;
        if (!TryReadDigits(text[..4], out var y) || !TryReadDigits(text.Slice(isIso ? 5 : 4, 2), out var m) || !TryReadDigits(
            text[^2..], out var d)
            || y is < 1900 or > 9998 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return false;
        date = new DateOnly(y, m, d);
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out int number) =>
        Utf8Parser.TryParse(text, out number, out var read) && read == text.Length && text[0] is >= (byte)'0' and <= (byte)'9';

    private static bool TryCutLast(ref ReadOnlySpan<byte> line, byte separator, out ReadOnlySpan<byte> last)
    {
        var at = line.LastIndexOf(separator);
        last = at < 0 ? default : line[(at + 1)..];
        if (at < 0)
            return false;
        line = separator == ' ' ? line[..at].TrimEnd((byte)' ') : line[..at];
        return true;
    }
}
