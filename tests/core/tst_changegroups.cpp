#include "core/path/changegroups.h"

#include <QTest>

using namespace vethscope;
using path::ChangedWay;
using path::ChangeGroup;

// Which line explains which changed ways: those that one side has alone, the commonest first.
class tst_changegroups : public QObject
{
    Q_OBJECT

private slots:
    void groups();
    void causesGoFirst();
    void noLine();
};

namespace {

const auto before = std::make_shared<const SourceText>("n1.txt", "route a\nroute b\nsame words\n");
const auto after = std::make_shared<const SourceText>("later.txt", "neighbour\nsame words\nroute c\n");

Evidence was(std::uint32_t line) { return {before, line, 0}; }
Evidence is(std::uint32_t line) { return {after, line, 0}; }

ChangedWay change(const EvidenceList &linesBefore, const EvidenceList &linesAfter, const EvidenceList &causesBefore = {}, const EvidenceList &causesAfter = {})
{
    ChangedWay way;
    way.linesBefore = linesBefore;
    way.linesAfter = linesAfter;
    way.causesBefore = causesBefore;
    way.causesAfter = causesAfter;
    return way;
}

QStringList said(const std::vector<ChangedWay> &changes)
{
    QStringList lines;
    for (const ChangeGroup &group : groupsOf(changes)) {
        QString line = QString(group.line.source ? group.isAfter ? "+ " : "- " : "? ") + QString::fromStdString(std::string(group.line.text()));
        for (const std::size_t one : group.changes)
            line += ' ' + QString::number(one);
        lines << line;
    }
    return lines;
}

} // namespace

void tst_changegroups::groups()
{
    // Line 1 is in three of them, line 2 in two; each way stands once.
    QCOMPARE(said({change({was(2)}, {}), change({was(1)}, {is(1)}), change({was(1), was(2)}, {}), change({was(1)}, {})}), QStringList({"- route a 1 2 3", "- route b 0"}));
    // What both have in the same words explains nothing.
    QCOMPARE(said({change({was(3)}, {is(2), is(3)}), change({was(3)}, {is(2), is(3)})}), QStringList({"+ route c 0 1"}));
    QCOMPARE(said({}), QStringList());
}

void tst_changegroups::causesGoFirst()
{
    const EvidenceList many{was(1)};
    QCOMPARE(said({change(many, {}, {was(2)}), change(many, {}, {}, {is(1)}), change(many, {})}), QStringList({"+ neighbour 1", "- route a 2", "- route b 0"}));
}

void tst_changegroups::noLine()
{
    QCOMPARE(said({change({was(3)}, {is(2)}), change({}, {}), change({was(1)}, {})}), QStringList({"?  0 1", "- route a 2"}));
}

QTEST_GUILESS_MAIN(tst_changegroups)
#include "tst_changegroups.moc"
