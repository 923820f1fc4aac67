using System.Globalization;

namespace Filingwire.Corpus.Notices;

/// <summary>Counts, per field, what was read rightly, read wrongly and missed.</summary>
internal sealed class FieldScore
{
    private readonly SortedDictionary<string, (int Right, int Wrong, int Missed)> fields = new(StringComparer.Ordinal);

    /// <summary>Every difference, in words.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Compares the facts of one document.</summary>
    public void Add(string document, SortedDictionary<string, List<string>> read, SortedDictionary<string, List<string>> truth)
    {
        foreach (var field in read.Keys.Union(truth.Keys, StringComparer.Ordinal))
        {
            var left = truth.GetValueOrDefault(field)?.ToList() ?? [];
            var (right, wrong) = (0, 0);
            foreach (var value in read.GetValueOrDefault(field) ?? [])
            {
                var match = left.FindIndex(expected => NoticeFacts.Same(field, value, expected));
                if (match >= 0)
                {
                    left.RemoveAt(match);
                    right++;
                    continue;
                }
                wrong++;
                Differences.Add($"{document}: {field}: read \"{NoticeFacts.Show(field, value)}\"");
            }
            Differences.AddRange(left.Select(expected => $"{document}: {field}: missed \"{expected}\""));
            var sum = fields.GetValueOrDefault(field);
            fields[field] = (sum.Right + right, sum.Wrong + wrong, sum.Missed + left.Count);
        }
    }

    /// <summary>Precision over all fields, 0 to 1.</summary>
    public double Precision => Ratio(fields.Values.Sum(counts => counts.Right), fields.Values.Sum(counts => counts.Wrong));

    /// <summary>Recall over all fields, 0 to 1.</summary>
    public double Recall => Ratio(fields.Values.Sum(counts => counts.Right), fields.Values.Sum(counts => counts.Missed));

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>A line per field.</summary>
    public string Table() => string.Join('\n', fields.Select(field => string.Create(CultureInfo.InvariantCulture,
            $"{field.Key,-34} right {field.Value.Right,5}  wrong {field.Value.Wrong,4}  missed {field.Value.Missed,4}  precision {Ratio(field.Value.Right, field.Value.Wrong):0.000}  recall {Ratio(field.Value.Right, field.Value.Missed):0.000}")))
        + string.Create(CultureInfo.InvariantCulture, $"\nall fields: precision {Precision:0.0000}  recall {Recall:0.0000}  F1 {F1:0.0000}");

    private static double Ratio(int right, int other) => right + other == 0 ? 1 : (double)right / (right + other);
}
