namespace Filingwire.Store.Sqlite;

/// <summary>Turns a query into SQL. Names come from declared fields only, values are always parameters.</summary>
internal static class SqliteQuery
{
    /// <summary>Columns: id, version, shape, json, sort value. One row more than the page, to know whether another follows.</summary>
    public static (string Sql, object?[] Values) Of(CollectionDefinition collection, DocumentQuery query, PageToken? after)
    {
        var values = new List<object?>();
        // Few documents bear a tag, many share a field's value: where a tag is asked for, "+" keeps the other conditions from choosing an index.
        var plain = query.Conditions.Any(c => Field(collection, c.Field).Kind == FieldKind.Tags) ? "+" : "";
        var conditions = query.Conditions.Select(c => Condition(collection, c, plain, values)).ToList();
        var sort = query.SortField is { } field ? SortColumn(collection, field) : null;
        if (after is not null)
            conditions.Add(After(sort, query.Descending, after, values));
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        var direction = query.Descending ? "DESC" : "ASC";
        var order = sort is null ? $"id {direction}" : $"{sort} {direction}, id {direction}";
        values.Add((long)query.PageSize + 1);
        return ($"SELECT id, version, shape, json, {sort ?? "NULL"} FROM {SqliteCollectionSchema.Table(collection.Name)}{where} ORDER BY {order} LIMIT ${values.Count}",
            [.. values]);
    }

    private static string Condition(CollectionDefinition collection, FieldCondition condition, string plain, List<object?> values)
    {
        var field = Field(collection, condition.Field);
        if (field.Kind == FieldKind.Tags)
        {
            if (condition.Comparison != Comparison.AnyOf)
                throw new ArgumentException($"'{field.Name}' holds tags, which have no order.");
            return $"row IN (SELECT row FROM {SqliteCollectionSchema.TagTable(collection.Name, field.Name)} WHERE tag IN ({Parameters(condition.Values, values)}))";
        }
        var column = plain + SqliteCollectionSchema.Column(field.Name);
        switch (condition.Comparison)
        {
            case Comparison.AtLeast or Comparison.AtMost:
                values.Add(condition.Values[0]);
                return $"{column} {(condition.Comparison == Comparison.AtLeast ? ">=" : "<=")} ${values.Count}";
            default:
                var present = condition.Values.Where(v => v is not null).ToList();
                var absent = present.Count < condition.Values.Count ? $"{column} IS NULL" : null;
                var any = present.Count > 0 ? $"{column} {(present.Count == 1 ? "=" : "IN")} ({Parameters(present, values)})" : null;
                return absent is null ? any! : any is null ? absent : $"({absent} OR {any})";
        }
    }

    /// <summary>What comes after a document in the order of sort value and id, null lowest.</summary>
    private static string After(string? sort, bool descending, PageToken after, List<object?> values)
    {
        values.Add(after.Id);
        var id = $"id {(descending ? "<" : ">")} ${values.Count}";
        if (sort is null)
            return id;
        if (after.Sort is null)
            return descending ? $"({sort} IS NULL AND {id})" : $"({sort} IS NOT NULL OR {id})";
        values.Add(after.Sort);
        var value = $"${values.Count}";
        return descending
            ? $"({sort} < {value} OR {sort} IS NULL OR ({sort} = {value} AND {id}))"
            : $"({sort} > {value} OR ({sort} = {value} AND {id}))";
    }

    private static string Parameters(IReadOnlyList<object?> wanted, List<object?> values) => string.Join(", ", wanted.Select(v =>
    {
        values.Add(v);
        return $"${values.Count}";
    }));

    private static string SortColumn(CollectionDefinition collection, string name) => Field(collection, name) is { Kind: not FieldKind.Tags } field
        ? SqliteCollectionSchema.Column(field.Name)
        : throw new ArgumentException($"'{name}' holds tags, which have no order.");

    private static FieldDefinition Field(CollectionDefinition collection, string name) =>
        collection.Fields.FirstOrDefault(f => f.Name == name)
        ?? throw new ArgumentException($"{collection.Name} has no declared field '{name}'.");
}
