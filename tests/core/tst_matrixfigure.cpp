#include "core/pathfigures/matrixfigure.h"

#include "tests/support/golden.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QTest>

#include <deque>
#include <set>

using namespace vethscope;
using path::Disposition;
using path::Matrix;
using path::Who;

// In which order a matrix is looked at, and its drawing, from made cells.
class tst_matrixfigure : public QObject
{
    Q_OBJECT

private slots:
    void order();
    void signs();
    void changes();
    void many();
    void sentences();
    void picture();
    void smallPicture();
};

namespace {

// Two nodes, three pods and one of which nobody knows the node, and a service, as the cluster lists them.
struct Made {
    std::deque<path::Place> places{{.node = "n1"}, {.node = "n2"}, {.node = "n2", .pod = "default/a"}, {.node = "n1", .pod = "default/b"}, {.node = "n1", .pod = "default/c"}, {.node = "", .pod = "default/lost"}};
    Matrix matrix{};

    Made()
    {
        for (const path::Place &place : places)
            matrix.rows.push_back({place.pod.empty() ? Who::Kind::Node : Who::Kind::Pod, place.name(), &place, nullptr, {}, false});
        matrix.columns = matrix.rows;
        matrix.columns.push_back({Who::Kind::Service, "default/web", nullptr, nullptr, {}, false});
        matrix.cells.resize(matrix.rows.size() * matrix.columns.size(), {Disposition::Delivered, true, {}, {}, {}});
    }
    path::Cell &cell(std::size_t row, std::size_t column) { return matrix.cells[row * matrix.columns.size() + column]; }
};

struct Drawn {
    int boxes = 0, dotted = 0, lines = 0;
    QStringList texts, groups;
};

Drawn drawn(const Matrix &matrix, const path::MatrixFigureOptions &options = {"A title", "a caption", {}, {}})
{
    const std::string svg = matrixSvg(matrix, orderOf(matrix), options, Colours::light());
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    Drawn all;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        if (reader.name() == QLatin1String("rect")) {
            ++all.boxes;
            all.dotted += reader.attributes().hasAttribute("stroke-dasharray");
        } else if (reader.name() == QLatin1String("g")) {
            all.groups << reader.attributes().value("id").toString();
        } else if (reader.name() == QLatin1String("path") || reader.name() == QLatin1String("polyline") || reader.name() == QLatin1String("line")) {
            ++all.lines;
        } else if (reader.name() == QLatin1String("text")) {
            all.texts << reader.readElementText();
        }
    }
    if (reader.hasError())
        all.texts << "! " + reader.errorString();
    return all;
}

} // namespace

void tst_matrixfigure::order()
{
    const Made made;
    const path::MatrixOrder order = orderOf(made.matrix);
    QCOMPARE(order.rows, (std::vector<std::size_t>{0, 3, 4, 1, 2, 5}));
    QCOMPARE(order.columns, (std::vector<std::size_t>{0, 3, 4, 1, 2, 5, 6}));
    QStringList groups;
    for (const path::MatrixGroup &group : order.columnGroups)
        groups << QString("%1 %2 %3+%4").arg(int(group.kind)).arg(QString::fromStdString(group.node)).arg(group.first).arg(group.count);
    QCOMPARE(groups, QStringList({"0 n1 0+3", "0 n2 3+2", "1  5+1", "2  6+1"}));
    QCOMPARE(order.rowGroups.size(), std::size_t(3));
}

// A box for the paper, one a cell, and one for each entry of the legend.
void tst_matrixfigure::signs()
{
    Made made;
    const Drawn sound = drawn(made.matrix);
    QCOMPARE(sound.boxes, 1 + 42 + 1);
    QCOMPARE(sound.lines, 42 + 1);
    QCOMPARE(sound.dotted, 0);
    QCOMPARE(sound.groups, QStringList({"from-n1", "from-default/b", "from-default/c", "from-n2", "from-default/a", "from-default/lost"}));
    QCOMPARE(sound.texts.mid(0, 9), QStringList({"A title", "a caption", "1", "2", "3", "4", "5", "6", "7"}));
    for (const char *text : {"n1  1", "default/b  2", "default/lost  6", "7  default/web", "arrives: 42"})
        QVERIFY2(sound.texts.contains(text), qPrintable(sound.texts.join('|')));

    made.cell(0, 1).definite = false;
    made.cell(1, 0).disposition = Disposition::Filtered;
    made.cell(1, 1).disposition = Disposition::FactsMissing;
    made.cell(1, 2).disposition = Disposition::FactsMissing;
    const Drawn mixed = drawn(made.matrix);
    QCOMPARE(mixed.boxes, 1 + 42 + 4);
    QCOMPARE(mixed.dotted, 2);                        // the cell and its legend
    QCOMPARE(mixed.lines, 39 + 2 + 1 + 1 + 2);        // ticks, a cross of two, and the legend's
    QCOMPARE(mixed.texts.count("?"), 2 + 1);
    for (const char *text : {"arrives: 38", "arrives if what nobody printed is as usual: 1", "does not arrive: 1", "not known: 2"})
        QVERIFY2(mixed.texts.contains(text), qPrintable(mixed.texts.join('|')));
}

// What changed has an edge around it, and what it is inside.
void tst_matrixfigure::changes()
{
    Made made;
    const Drawn drawing = drawn(made.matrix, {"A title", "a caption", [](std::size_t cell) { return cell == 3; }, {}});
    QCOMPARE(drawing.boxes, 1 + 43 + 3);
    QVERIFY(drawing.texts.contains("changed: 1"));
    QVERIFY(!drawn(made.matrix).texts.join(' ').contains("changed"));
}

// Of many cells, those alike side by side are one box, without a sign; groups stay apart.
void tst_matrixfigure::many()
{
    std::deque<path::Place> places;
    Matrix matrix;
    for (int node = 0; node < 101; ++node) {
        places.push_back({.node = "n" + std::to_string(node)});
        matrix.rows.push_back({Who::Kind::Node, places.back().node, &places.back(), nullptr, {}, false});
    }
    matrix.columns = matrix.rows;
    matrix.cells.resize(101 * 101, {Disposition::Delivered, true, {}, {}, {}});
    const Drawn apart = drawn(matrix);
    QCOMPARE(apart.boxes, 1 + 101 * 101 + 1); // each node is a group
    QCOMPARE(apart.lines, 1);
    QVERIFY(apart.texts.contains("10") && !apart.texts.contains("11"));
    for (path::Place &place : places)
        place.node = "n0";
    for (std::size_t i = 1; i < matrix.rows.size(); ++i)
        matrix.rows[i].kind = matrix.columns[i].kind = Who::Kind::Pod;
    const Drawn together = drawn(matrix);
    QCOMPARE(together.boxes, 1 + 101 + 1);
    matrix.cells[5].disposition = Disposition::NoRoute;
    QCOMPARE(drawn(matrix).boxes, 1 + 101 + 2 + 2); // left, the cell, right; and the legend's
    QCOMPARE(drawn(matrix).lines, 2 + 1 + 2);
}

void tst_matrixfigure::sentences()
{
    const Made made;
    const Drawn drawing = drawn(made.matrix, {"A title", "a caption", {}, [](const char *text) { return "<" + std::string(text) + ">"; }});
    QVERIFY2(drawing.texts.contains("<arrives: 42>"), qPrintable(drawing.texts.join('|')));
}

// Where everything stands: a picture that was looked at.
void tst_matrixfigure::picture()
{
    Made made;
    made.matrix.columns.push_back({Who::Kind::Service, "default/till", nullptr, nullptr, {}, false});
    made.matrix.rows[5].name = made.matrix.columns[5].name = "default/a-pod-whose-name-is-longer-than-what-there-is-room-for-beside-the-cells";
    made.matrix.cells.assign(made.matrix.rows.size() * made.matrix.columns.size(), {Disposition::Delivered, true, {}, {}, {}});
    made.cell(0, 1).definite = false;
    made.cell(0, 3).definite = false;
    made.cell(1, 0).disposition = Disposition::Filtered;
    made.cell(1, 1).disposition = Disposition::FactsMissing;
    made.cell(2, 6).disposition = Disposition::NoRoute;
    const std::set<std::size_t> changed{3, 8, 20, 22};
    const std::string svg = matrixSvg(made.matrix, orderOf(made.matrix), {"Who reaches whom", "six rows, two services", [&](std::size_t cell) { return changed.contains(cell); }, {}}, Colours::light());
    const QString path = QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/core/golden/matrix/signs.svg");
    const QString difference = test::differenceFromGolden(path, QString::fromStdString(svg).split('\n'));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

// The same of so many that there are no signs: the heads, two rows, and from the last one on.
void tst_matrixfigure::smallPicture()
{
    std::deque<path::Place> places;
    Matrix matrix;
    for (int pod = 0; pod < 100; ++pod) {
        places.push_back({.node = pod < 50 ? "n0" : "n1", .pod = pod % 50 ? "p" + std::to_string(pod) : std::string()});
        matrix.rows.push_back({pod % 50 ? Who::Kind::Pod : Who::Kind::Node, pod % 50 ? places.back().pod : places.back().node, &places.back(), nullptr, {}, false});
    }
    matrix.columns = matrix.rows;
    matrix.columns.push_back({Who::Kind::Service, "web", nullptr, nullptr, {}, false});
    matrix.cells.assign(matrix.rows.size() * matrix.columns.size(), {Disposition::Delivered, true, {}, {}, {}});
    // Side by side alike: arrives, and as certainly, and changed or not. What does not arrive stands alone.
    for (const std::size_t cell : {3, 4})
        matrix.cells[cell].definite = false;
    for (const std::size_t cell : {7, 8})
        matrix.cells[cell].disposition = Disposition::Filtered;
    for (const std::size_t cell : {11, 12})
        matrix.cells[cell].disposition = Disposition::FactsMissing;
    const std::string svg = matrixSvg(matrix, orderOf(matrix), {"Many", "of two nodes", [](std::size_t cell) { return cell == 20 || cell == 21; }, {}}, Colours::light());
    QStringList lines = QString::fromStdString(svg).split('\n');
    const auto isRow = [&](qsizetype line) { return lines[line].startsWith("<g "); };
    qsizetype third = 0, last = lines.size() - 1;
    for (int rows = 0; rows < 3; rows += isRow(third))
        ++third;
    while (!isRow(last))
        --last;
    lines.erase(lines.begin() + third, lines.begin() + last);
    const QString path = QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/core/golden/matrix/many.svg.part");
    const QString difference = test::differenceFromGolden(path, lines);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    // 100 by 100 are few enough for signs.
    matrix.columns.pop_back();
    matrix.cells.resize(10000);
    QVERIFY(drawn(matrix).lines > 10000);
}

QTEST_GUILESS_MAIN(tst_matrixfigure)
#include "tst_matrixfigure.moc"
