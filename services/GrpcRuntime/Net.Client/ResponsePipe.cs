using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Grpc.Net.Client;

/// <summary>
/// A response body as a pipe on one rented array, so that most messages lie in one piece and several come in one read. The array
/// grows while what was examined is not enough for its reader. One read at a time.
/// </summary>
internal sealed class ResponsePipe(Stream body) : PipeReader
{
    // About what the other side sends in one frame.
    private const int FirstSize = 16 * 1024;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private int _examined;
    private bool _isAtEnd;

    public override bool TryRead(out ReadResult result)
    {
        if (_examined == _end && !_isAtEnd)
        {
            result = default;
            return false;
        }

        result = Buffered();
        return true;
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        TryRead(out var result) ? new ValueTask<ReadResult>(result) : FillAsync(cancellationToken);

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _start = consumed.GetInteger();
        _examined = examined.GetInteger();
    }

    public override void CancelPendingRead() => throw new NotSupportedException();

    public override void Complete(Exception? exception = null)
    {
        body.Dispose();
        if (_array.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        _start = _end = _examined = 0;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadResult> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await body.ReadAsync(_array.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isAtEnd = read == 0;
        return Buffered();
    }

    private ReadResult Buffered() => new(new ReadOnlySequence<byte>(_array, _start, _end - _start), isCanceled: false, _isAtEnd);

    private void MakeRoom()
    {
        if (_start == _end) _start = _end = _examined = 0;
        if (_end < _array.Length) return;
        var rest = _array.AsSpan(_start, _end - _start);
        if (_start > 0)
        {
            rest.CopyTo(_array);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _array.Length, Array.MaxLength));
            rest.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }

        _end -= _start;
        _examined -= _start;
        _start = 0;
    }
}
