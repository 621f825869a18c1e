import FileReading
import Parallelism

/// A few stretches of delimited text that are evaluated at the same time, each by a thread.
struct BlockWave {
  private let maker: RowImportMaker
  private let threads: Int
  private var buffers: [BlockBuffer]
  private var blocks: [Block] = []
  /// The workers, of which there are never more than stretches: making one takes longer than evaluating a small file.
  private let idle = Guarded<[PlainRowsWorker]>([])

  /// - Parameters:
  ///   - size: how many stretches.
  ///   - threads: upper bound on the threads.
  init(size: Int, threads: Int, _ maker: RowImportMaker) {
    (self.maker, self.threads) = (maker, threads)
    buffers = (0..<size).map { _ in BlockBuffer(capacity: 0) }
  }

  /// Reads the next stretches. Returns whether there are any.
  mutating func read(_ source: StreamBlocks) throws(ReadingError) -> Bool {
    blocks.removeAll(keepingCapacity: true)
    while blocks.count < buffers.count, let block = try source.next(into: buffers[blocks.count]) {
      blocks.append(block)
    }
    return !blocks.isEmpty
  }

  /// The stretches while threads share them out.
  private struct Shared: @unchecked Sendable {
    // Nobody writes to the buffers meanwhile.
    let blocks: [Block]
    let buffers: [BlockBuffer]
  }

  /// What the stretches gave, in order; nil for one whose rows must be read one by one.
  ///
  /// - Parameters:
  ///   - form: of the file's rows.
  ///   - importer: what is known of the file and its source.
  ///   - other: work that one of the threads does first.
  func evaluate(
    _ form: PlainForm, _ importer: RowImport, beside other: @Sendable () -> Void
  ) throws(ReadingError) -> [PlainRowsWorker.Result?] {
    var workers = idle.withLock { $0 }
    while workers.count < min(threads, blocks.count + 1) { workers.append(PlainRowsWorker(try maker.make())) }
    for place in workers.indices { workers[place].start(form, like: importer) }
    idle.withLock { $0 = workers }
    let results = Guarded([PlainRowsWorker.Result?](repeating: nil, count: blocks.count))
    let (shared, idle) = (Shared(blocks: blocks, buffers: buffers), idle)
    let takeWorker: @Sendable () -> PlainRowsWorker = { idle.withLock { $0.removeLast() } }
    workers = parallelFold(blocks.count + 1, threads: threads, initial: takeWorker) { worker, item in
      guard item > 0 else { return other() }
      let number = item - 1
      let result = worker.evaluate(shared.blocks[number], shared.buffers[number].view)
      results.withLock { $0[number] = result }
    }
    idle.withLock { $0 += workers }
    return results.withLock { $0 }
  }

  /// The bytes of a stretch.
  func text(of number: Int) -> [UInt8] { buffers[number].view.bytes(blocks[number].rows) }
}

/// Evaluates stretches of plain rows on one thread.
struct PlainRowsWorker: @unchecked Sendable {
  // Handed from thread to thread whole: nobody else has its starts, which copies would share.
  private let starts = FieldStarts()
  private var form = PlainForm()
  private var cells: [Int32] = []
  private var importer: RowImport

  init(_ importer: RowImport) { self.importer = importer }

  /// Goes on with other stretches.
  ///
  /// - Parameters:
  ///   - form: of their file's rows.
  ///   - other: what is known of the file and its source there is known here, in memory of its own.
  mutating func start(_ form: PlainForm, like other: RowImport) {
    importer.evaluation.places = other.evaluation.places.mapValues { $0.map { $0 } }
    importer.evaluation.numbers.allowsComma = other.evaluation.numbers.allowsComma
    for (reference, form) in other.times.decided { importer.times.set(form, for: reference) }
    self.form = form.unshared()
  }

  /// What the rows of a stretch gave.
  struct Result: Sendable {
    var batch: RowBatch
    /// Whether a time did not say its zone.
    var usesClock: Bool
    /// How many lines they take.
    var lines: Int
  }

  mutating func evaluate(_ block: Block, _ view: BlockView) -> Result? {
    guard var rows = PlainRows(block, view, starts, form) else { return nil }
    _ = importer.takeBatch(next: RowBatch(text: view.bytes(block.rows), rows: rows.count))
    let memory = takeCells()
    rows.findCells(importer.batch.text.span, in: memory)
    defer { cells = rows.takeCells() }
    importer.times.usesClock = false
    guard let taken = importer.takesColumns ? importer.takeColumns(&rows) : takeEach(&rows) else { return nil }
    var batch = importer.takeBatch()
    batch.notes.rows = taken
    // Only newlines end lines here, and without quotes each of them a row.
    let lines = block.survey.hasQuotes ? view.count(Ascii.newline, in: block.rows) : rows.count
    return Result(batch: batch, usesClock: importer.times.usesClock, lines: lines)
  }

  private mutating func takeCells() -> [Int32] {
    defer { cells = [] }
    return cells
  }

  /// Takes rows one by one. Returns how many hold anything; nil where there is something to say of one.
  private mutating func takeEach(_ rows: inout PlainRows) -> Int? {
    var taken = 0
    for row in 0..<rows.count {
      rows.row = row
      if rows.isBlank(importer.batch.text) { continue }
      taken += 1
      guard case .settled = importer.take(rows) else { return nil }
    }
    return taken
  }
}
