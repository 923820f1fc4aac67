using System.Buffers.Binary;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Filingwire.Unit.Architecture;

/// <summary>
/// What the instructions of a method body name: methods called, fields touched, types made, cast to or asked for (ECMA-335, III).
/// </summary>
internal static class MethodBodyTokens
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF, code => code.OperandType);

    public static IEnumerable<EntityHandle> Of(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            int code = body[at++];
            if (code == TwoBytes)
                code = (code << 8) | body[at++];
            var operand = Operands[code];
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return MetadataTokens.EntityHandle(Number(body, at));
            at += Length(operand, body, at);
        }
    }

    private static int Length(OperandType operand, byte[] body, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * Number(body, at)),
        _ => 4,
    };

    private static int Number(byte[] body, int at) => BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at));
}
