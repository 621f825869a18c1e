import FileReading
import Parallelism

/// A few stretches of delimited text that are evaluated at the same time, each by a thread.
struct BlockWave {
  private var buffers: [BlockBuffer]
  private var blocks: [Block] = []

  init(size: Int) { buffers = (0..<size).map { _ in BlockBuffer(capacity: 0) } }

  /// Reads the next stretches. Returns whether there are any.
  mutating func read(_ source: StreamBlocks) throws(ReadingError) -> Bool {
    blocks.removeAll(keepingCapacity: true)
    while blocks.count < buffers.count, let block = try source.next(into: buffers[blocks.count]) {
      blocks.append(block)
    }
    return !blocks.isEmpty
  }

  /// What the rows of a stretch gave.
  struct Result: Sendable {
    var batch: RowBatch
    /// Whether a time did not say its zone.
    var usesClock: Bool
    /// How many lines they take.
    var lines: Int
  }

  /// The stretches while threads share them out.
  private struct Shared: @unchecked Sendable {
    // Nobody writes to the buffers meanwhile.
    let blocks: [Block]
    let buffers: [BlockBuffer]
  }

  /// What the stretches gave, in order; nil for one whose rows must be read one by one.
  func evaluate(_ form: PlainForm, _ importer: RowImport, threads: Int) -> [Result?] {
    let results = Guarded([Result?](repeating: nil, count: blocks.count))
    let shared = Shared(blocks: blocks, buffers: buffers)
    _ = parallelFold(blocks.count, threads: threads, initial: Worker.init) { worker, number in
      let result = worker.evaluate(shared.blocks[number], shared.buffers[number].view, form, importer)
      results.withLock { $0[number] = result }
    }
    return results.withLock { $0 }
  }

  /// The bytes of a stretch.
  func text(of number: Int) -> [UInt8] { buffers[number].view.bytes(blocks[number].rows) }

  /// What a thread keeps from stretch to stretch.
  private struct Worker: @unchecked Sendable {
    // Never used by two threads at once.
    private let starts = FieldStarts()

    func evaluate(_ block: Block, _ view: BlockView, _ form: PlainForm, _ importer: RowImport) -> Result? {
      guard var rows = PlainRows(block, view, starts, form) else { return nil }
      var importer = importer
      _ = importer.takeBatch(next: RowBatch(text: view.bytes(block.rows), rows: rows.count))
      importer.times.usesClock = false
      var taken = 0
      for row in 0..<rows.count {
        rows.row = row
        if rows.isBlank(importer.batch.text) { continue }
        taken += 1
        guard case .settled = importer.take(rows) else { return nil }
      }
      let usesClock = importer.times.usesClock
      var batch = importer.takeBatch()
      batch.notes.rows = taken
      // Only newlines end lines here, and without quotes each of them a row.
      let lines = block.survey.hasQuotes ? view.count(Ascii.newline, in: block.rows) : rows.count
      return Result(batch: batch, usesClock: usesClock, lines: lines)
    }
  }
}
