using MongoDB.Bson;

namespace Filingwire.Store.Mongo;

/// <summary>A query's conditions and order in MongoDB's terms. Null and absent are the same there, and lowest.</summary>
internal static class MongoQuery
{
    public static (BsonDocument Filter, BsonDocument Sort) Of(CollectionDefinition collection, DocumentQuery query, PageToken? after)
    {
        var conditions = new BsonArray(query.Conditions.Select(condition => Condition(collection, condition)));
        var sort = query.SortField is null ? null : SortPath(collection, query.SortField);
        if (after is not null)
            conditions.Add(After(sort, query.Descending, after));
        var direction = query.Descending ? -1 : 1;
        var order = new BsonDocument();
        if (sort is not null)
            order.Add(sort, direction);
        return (conditions.Count == 0 ? [] : new BsonDocument("$and", conditions), order.Add("_id", direction));
    }

    private static BsonDocument Condition(CollectionDefinition collection, FieldCondition condition)
    {
        var field = Field(collection, condition.Field);
        if (field.Kind == FieldKind.Tags && condition.Comparison != Comparison.AnyOf)
            throw new ArgumentException($"'{field.Name}' holds tags, which have no order.");
        var values = condition.Values.Select(MongoCollectionSchema.Value).ToList();
        return new BsonDocument(MongoCollectionSchema.FieldPath(field.Name), condition.Comparison switch
        {
            Comparison.AtLeast => new BsonDocument("$gte", values[0]),
            Comparison.AtMost => new BsonDocument("$lte", values[0]),
            // An equality, so that an index of several fields gives its order.
            _ when values.Count == 1 => new BsonDocument("$eq", values[0]),
            _ => new BsonDocument("$in", new BsonArray(values)),
        });
    }

    /// <summary>What comes after a document in the order of sort value and id.</summary>
    private static BsonDocument After(string? sort, bool descending, PageToken after)
    {
        var beyond = descending ? "$lt" : "$gt";
        var laterId = new BsonDocument("_id", new BsonDocument(beyond, after.Id));
        if (sort is null)
            return laterId;
        var value = MongoCollectionSchema.Value(after.Sort);
        var later = new BsonArray { new BsonDocument(laterId).Add(sort, value) };
        if (after.Sort is not null)
            later.Add(new BsonDocument(sort, new BsonDocument(beyond, value)));
        if (descending && after.Sort is not null)
            later.Add(new BsonDocument(sort, BsonNull.Value));
        if (!descending && after.Sort is null)
            later.Add(new BsonDocument(sort, new BsonDocument("$ne", BsonNull.Value)));
        return new BsonDocument("$or", later);
    }

    private static string SortPath(CollectionDefinition collection, string name) => Field(collection, name) is { Kind: not FieldKind.Tags } field
        ? MongoCollectionSchema.FieldPath(field.Name)
        : throw new ArgumentException($"'{name}' holds tags, which have no order.");

    private static FieldDefinition Field(CollectionDefinition collection, string name) =>
        collection.Fields.FirstOrDefault(field => field.Name == name)
        ?? throw new ArgumentException($"{collection.Name} has no declared field '{name}'.");
}
