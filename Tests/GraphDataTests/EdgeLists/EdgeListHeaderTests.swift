import GraphData
import GraphStructures
import Testing

struct EdgeListHeaderTests {
  @Test(arguments: [
    "Source,Target", "from,to", "Sender,Recipient", "id_1,id_2", "node_1,node_2", "ID 1,ID 2", "NodeA,NodeB", "u,v",
    "SourceID,TargetID", "Quelle,Ziel", "citing,cited", "\"Source\",\"Target\"",
  ])
  func `names that are known for ends make a header`(_ header: String) throws {
    let reading = try read("\(header)\nann,bob\nbob,cem\n", "a.csv")
    #expect(reading.graph.shownEdges == ["ann>bob", "bob>cem"])
    #expect(reading.decisions.isEmpty)
  }

  @Test(arguments: ["ann,bob\nbob,cem\n", "node1,node2\nnode2,node3\n", "u,v\nv,w\n", "n1,n2\nn2,n1\n"])
  func `ids that come again make none`(_ text: String) throws {
    #expect(try read(text, "a.csv").graph.edges.count == 2)
  }

  @Test func `a first line is a header where the numbers below it say so`() throws {
    let reading = try read("x1,x2\n1,2\n2,3\n", "a.csv")
    #expect(reading.graph.shownEdges == ["1>2", "2>3"])
    #expect(
      reading.decisions == [
        "the first line is taken for a header: edges lead from \"x1\" to \"x2\"; --no-header reads it as an edge"
      ])
    #expect(try read("x1,x2\n1,2\n2,3\n", "a.csv") { $0.hasHeader = false }.graph.nodeCount == 5)
    let weighted = try read("Person 1,Person 2,Weight\nann,bob,2\nbob,cem,3.5\n", "a.csv")
    #expect(weighted.graph.edges.weights == [2, 3.5])
    #expect(weighted.decisions.last == "weights are the column \"Weight\"")
    #expect(try read("x1,x2\nann,bob\n", "a.csv") { $0.hasHeader = true }.graph.shownEdges == ["ann>bob"])
  }

  /// Tables of nodes from SNAP, Gephi and others.
  @Test(arguments: [
    "Id,Label\n1,Ann\n2,Bob\n", "id,name,ml_target\n0,Eiryyy,0\n1,shawflying,0\n",
    "Id,Label,timeset,modularity_class\n1,x,,2\n",
    "new_id,days,mature,views\n2299,1459,False,9528\n153,1629,True,3615\n", "page_id,page_name\n0,x\n1,y\n",
    "Name,Age\nAnn,33\nBob,20\n",
  ])
  func `a table of nodes is refused with the way out`(_ text: String) {
    let message = failure(text, "nodes.csv") ?? ""
    #expect(message.hasPrefix("nodes.csv:1: the columns "))
    #expect(message.contains("--source") && message.contains("--no-header") && message.contains("--nodes"))
  }

  @Test func `columns can be named, or counted`() throws {
    let text = "a,who,whom,n\nx,1,2,5\ny,2,3,6\n"
    func choose(_ source: String, _ target: String) throws -> GraphReading {
      try read(text, "a.csv") {
        $0.source = source
        $0.target = target
        $0.weight = .named("n")
      }
    }
    let reading = try choose("who", "whom")
    #expect(reading.graph.shownEdges == ["1>2", "2>3"])
    #expect(reading.graph.edges.weights == [5, 6])
    #expect(reading.graph.ofEdges("a") == .text(["x", "y"]))
    #expect(try choose("3", "2").graph.shownEdges == ["2>1", "3>2"])
    #expect(
      failure(text, "a.csv") { $0.source = "when" }
        == "a.csv: there is no column \"when\", which --source names; there are \"a\", \"who\", \"whom\", \"n\"")
  }

  @Test func `a name that is asked for makes the line where it stands a header`() throws {
    let text = "when,who,whom,calls\n2025-01-01,ann,bob,2\n2025-01-02,bob,cem,3\n"
    let reading = try read(text, "a.csv") {
      $0.source = "Who"
      $0.target = "whom"
      $0.weight = .named("calls")
    }
    #expect(reading.graph.shownEdges == ["ann>bob", "bob>cem"])
    #expect(reading.graph.edges.weights == [2, 3])
    #expect(try read("ann,bob,2\n", "a.csv") { $0.weight = .named("3") }.graph.edges.count == 1)
  }

  @Test func `edges do not begin and end in one column`() {
    for header in [true, false] {
      let message = failure("a,b\nc,d\n", "a.csv") {
        $0.hasHeader = header
        ($0.source, $0.target) = ("2", "2")
      }
      #expect(message?.hasPrefix("a.csv: edges begin and end in one column") == true)
    }
    #expect(
      failure("when,who,whom\n1,a,b\n", "a.csv") {
        $0.hasHeader = true
        $0.source = "who"
      } == "a.csv: edges begin and end in one column, \"who\"; --source and --target must name two")
  }

  @Test(arguments: ["", "\n\n", "source,target\n", "# nothing\n"])
  func `a file without any edge is said`(_ text: String) throws {
    #expect(try read(text, "a.csv").notes == ["there is no node in the file"])
  }

  @Test func `without a header the third column is the weight, unless it looks like moments`() throws {
    let weighted = try read("1 2 3\n2 3 100000000\n", "a.txt")
    #expect(weighted.graph.edges.weights == [3, 100_000_000])
    #expect(weighted.decisions == ["weights are column 3"])
    for text in ["1 2 1082040961\n2 3 1082155839\n", "1 2 1082040961\n\"2\" 3 1082155839\n"] {
      let timed = try read(text, "a.txt")
      #expect(timed.graph.edges.weights == nil)
      #expect(timed.graph.timeAttribute == "time")
      #expect(timed.graph.ofEdges("time") == .integer([1_082_040_961, 1_082_155_839]))
      #expect(timed.decisions.count == 1 && timed.decisions[0].hasPrefix("the third column is taken for times"))
    }
    #expect(try read("1 2 1082040961\n", "a.txt") { $0.weight = .named("3") }.graph.edges.weights == [1_082_040_961])
    #expect(try read("1 2 7\n", "a.txt") { $0.weight = .none }.graph.edges.weights == nil)
  }
}
