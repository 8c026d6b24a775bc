#include <QTest>

#include "tests/support/testcapture.h"
#include "tests/support/trafficrows.h"
#include "ui/statistics/trafficcopy.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/statistics/trafficview.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace vethscope;
using namespace vethscope::test;

// The table of conversations: its order, its texts, and what stays while the counts grow.

namespace {

constexpr std::int64_t second = 1'000'000'000;

TrafficRow counted(TrafficRow row, TrafficCount fromA, TrafficCount fromB, std::int64_t first = 0, std::int64_t last = 0)
{
    row.fromA = fromA;
    row.fromB = fromB;
    row.first = 100 * second + first;
    row.last = 100 * second + last;
    return row;
}

TrafficRow ipv4(const char *a, const char *b, Scope scope = Scope::Native, std::uint64_t packets = 1)
{
    return counted(rowOf(TrafficKind::Ipv4, scope, scope == Scope::Overlay ? 1 : 0, endOf(a), endOf(b)), {packets, packets * 100}, {});
}

std::shared_ptr<const TrafficTables> tablesWith(std::vector<TrafficRow> rows)
{
    return tablesOf(std::move(rows), TrafficSubject::Conversations, 100 * second);
}

} // namespace

class TrafficModelTest : public QObject
{
    Q_OBJECT

    TestCapture m_capture{headOverVxlan()};

    std::unique_ptr<TrafficModel> modelOf(std::vector<TrafficRow> rows, TrafficKind kind = TrafficKind::Ipv4)
    {
        auto model = std::make_unique<TrafficModel>(TrafficSubject::Conversations, kind, m_capture.open());
        new QAbstractItemModelTester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, model.get());
        model->setTables(tablesWith(std::move(rows)));
        return model;
    }

    static QStringList columnOf(const QAbstractItemModel &model, int column)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, column).data().toString();
        return texts;
    }

    static QStringList rowOfTexts(const QAbstractItemModel &model, int row)
    {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts << model.index(row, column).data().toString();
        return texts;
    }

private slots:
    void columns()
    {
        const auto model = modelOf({counted(rowOf(TrafficKind::Tcp, Scope::Overlay, 2, endOf("10.244.0.60", 41490), endOf("10.244.1.3", 80)), {1204, 1'500'000}, {3, 200}, second / 2, 5 * second / 2)},
                                   TrafficKind::Tcp);
        QStringList titles;
        for (int i = 0; i < model->columnCount(); ++i)
            titles << model->headerData(i, Qt::Horizontal).toString();
        QCOMPARE(titles.join('|'), "Scope|Address A|Port A|Address B|Port B|Packets|Bytes|Packets A → B|Bytes A → B|Packets B → A|Bytes B → A|Rel Start|Duration|Bits/s A → B|Bits/s B → A");
        // 1.5 MB in two seconds are six million bits in each.
        QCOMPARE(rowOfTexts(*model, 0).join('|').replace(QChar(0x202f), ' '), "O2|10.244.0.60|41490|10.244.1.3|80|1 207|1 500 200|1 204|1 500 000|3|200|0.500000|2.000000|6 000 000|800");
        QCOMPARE(model->index(0, 0).data(Qt::AccessibleTextRole).toString(), "Overlay 2");
        QVERIFY(model->index(0, 5).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QVERIFY(model->index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
    }

    void endpointColumns()
    {
        const std::vector<Conversation> talks{counted(rowOf(TrafficKind::Udp, Scope::Native, 0, endOf("10.0.0.1", 53), endOf("10.0.0.2", 4000)), {2, 300}, {5, 700}),
                                              counted(rowOf(TrafficKind::Udp, Scope::Native, 0, endOf("10.0.0.3", 4000), endOf("10.0.0.1", 53)), {1, 60}, {})};
        TrafficModel model(TrafficSubject::Endpoints, TrafficKind::Udp, m_capture.open());
        const QAbstractItemModelTester tester(&model);
        model.setTables(tablesOf(talks, TrafficSubject::Endpoints, 0));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(rowOfTexts(model, 0).join('|').replace(QChar(0x202f), ' '), "N|10.0.0.1|53|8|1 060|2|300|6|760");
    }

    void whereNothingIsToBeSaid()
    {
        auto untimed = ipv4("10.0.0.1", "10.0.0.2");
        untimed.first = untimed.last = 0;
        const auto model = modelOf({untimed, ipv4("10.0.0.1", "10.0.0.3")});
        QCOMPARE(model->columnCount(), 13); // without ports
        QCOMPARE(rowOfTexts(*model, 0).mid(9), (QStringList{"", "", "", ""}));
        QCOMPARE(rowOfTexts(*model, 1).mid(9), (QStringList{"0.000000", "0.000000", "", ""})); // of one packet no rate
    }

    void addressesSortAsNumbers()
    {
        const auto model = modelOf({ipv4("10.0.0.10", "1.1.1.1"), ipv4("10.0.0.2", "1.1.1.1"), ipv4("9.255.0.1", "1.1.1.1"), ipv4("100.0.0.1", "1.1.1.1")});
        model->sort(1);
        QCOMPARE(columnOf(*model, 1), (QStringList{"9.255.0.1", "10.0.0.2", "10.0.0.10", "100.0.0.1"}));
        model->sort(1, Qt::DescendingOrder);
        QCOMPARE(columnOf(*model, 1), (QStringList{"100.0.0.1", "10.0.0.10", "10.0.0.2", "9.255.0.1"}));
    }

    void numbersSortAsNumbers()
    {
        const auto model = modelOf({ipv4("10.0.0.1", "1.1.1.1", Scope::Native, 9), ipv4("10.0.0.2", "1.1.1.1", Scope::Overlay, 100), ipv4("10.0.0.3", "1.1.1.1", Scope::Underlay, 20),
                                    ipv4("10.0.0.4", "1.1.1.1", Scope::Native, 20)});
        const QPersistentModelIndex kept = model->index(1, 1);
        model->sort(model->columnOf(QLatin1StringView("packets")), Qt::DescendingOrder);
        QCOMPARE(columnOf(*model, 3), (QStringList{"100", "20", "20", "9"}));
        QCOMPARE(columnOf(*model, 1), (QStringList{"10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.1"})); // equal ones by their first packet
        QCOMPARE(kept.data().toString(), "10.0.0.2");
        model->sort(0);
        QCOMPARE(columnOf(*model, 0), (QStringList{"N", "N", "U", "O"}));
    }

    void oneScope()
    {
        const auto model = modelOf({ipv4("10.0.0.1", "1.1.1.1"), ipv4("10.0.0.2", "1.1.1.1", Scope::Overlay), ipv4("10.0.0.3", "1.1.1.1", Scope::Underlay)});
        model->setScope(Scope::Overlay);
        QCOMPARE(columnOf(*model, 1), QStringList{"10.0.0.2"});
        model->setScope(std::nullopt);
        QCOMPARE(model->rowCount(), 3);
    }

    void growingCountsResetNothing()
    {
        const auto model = modelOf({ipv4("10.0.0.1", "1.1.1.1"), ipv4("10.0.0.2", "1.1.1.1", Scope::Native, 5)});
        model->sort(model->columnOf(QLatin1StringView("packets")), Qt::DescendingOrder);
        QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        model->setTables(tablesWith({ipv4("10.0.0.1", "1.1.1.1", Scope::Native, 3), ipv4("10.0.0.2", "1.1.1.1", Scope::Native, 6)}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(columnOf(*model, 3), (QStringList{"6", "3"}));
        model->setTables(tablesWith({ipv4("10.0.0.1", "1.1.1.1", Scope::Native, 9), ipv4("10.0.0.2", "1.1.1.1", Scope::Native, 6)}));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(columnOf(*model, 3), (QStringList{"9", "6"}));
    }

    void selectionStaysWhileRowsCome()
    {
        TrafficView view(TrafficSubject::Conversations, TrafficKind::Ipv4, m_capture.open());
        QSignalSpy chosen(&view, &TrafficView::chosen);
        view.rows().setTables(tablesWith({ipv4("10.0.0.1", "1.1.1.1", Scope::Native, 4), ipv4("10.0.0.2", "1.1.1.1", Scope::Native, 3), ipv4("10.0.0.3", "1.1.1.1", Scope::Native, 2)}));
        QCOMPARE(columnOf(view.rows(), 1), (QStringList{"10.0.0.1", "10.0.0.2", "10.0.0.3"})); // by bytes, the largest first
        view.selectRow(1);
        QCOMPARE(chosen.size(), 1);
        view.rows().setTables(tablesWith({ipv4("10.0.0.1", "1.1.1.1", Scope::Native, 4), ipv4("10.0.0.2", "1.1.1.1", Scope::Native, 3), ipv4("10.0.0.3", "1.1.1.1", Scope::Native, 2),
                                          ipv4("10.0.0.4", "1.1.1.1", Scope::Native, 90)}));
        QCOMPARE(view.selectedRows(), std::vector<int>{2});
        QCOMPARE(view.rows().index(view.selectedRows().front(), 1).data().toString(), "10.0.0.2");
        QCOMPARE(view.currentIndex().row(), 2);
        QCOMPARE(chosen.size(), 1); // the user has not chosen again
        view.rows().setTables(tablesWith({ipv4("10.0.0.1", "1.1.1.1")}));
        QVERIFY(view.selectedRows().empty());
    }

    void csv()
    {
        const auto model = modelOf({ipv4("10.0.0.1", "10.0.0.2", Scope::Overlay, 12345), ipv4("10.0.0.3", "10.0.0.2")});
        const QStringList lines = csvOf(*model, {0, 1}).split('\n');
        QCOMPARE(lines.size(), 4); // the last is empty
        QCOMPARE(lines[0], "Scope,Address A,Address B,Packets,Bytes,Packets A → B,Bytes A → B,Packets B → A,Bytes B → A,Rel Start,Duration,Bits/s A → B,Bits/s B → A");
        QCOMPARE(lines[1], "Overlay,10.0.0.1,10.0.0.2,12345,1234500,12345,1234500,0,0,0.000000,0.000000,,");
        QCOMPARE(csvOf(*model, {1}).split('\n')[1], "Native,10.0.0.3,10.0.0.2,1,100,1,100,0,0,0.000000,0.000000,,");
    }

    void json()
    {
        const auto model = modelOf({counted(rowOf(TrafficKind::Tcp, Scope::Overlay, 1, endOf("fd00::1", 80), endOf("fd00::2", 9)), {1, 100}, {2, 50}, 0, second)}, TrafficKind::Tcp);
        const QJsonObject row = QJsonDocument::fromJson(jsonOf(*model, TrafficSubject::Conversations, {0}).toUtf8())["conversations"][0].toObject();
        QCOMPARE(row["kind"].toString(), "tcp");
        QCOMPARE(row["scope"].toString(), "overlay");
        QCOMPARE(row["depth"].toInt(), 1);
        QCOMPARE(row["a"]["address"].toString(), "fd00::1");
        QVERIFY(row["a"]["name"].isNull());
        QCOMPARE(row["b"]["port"].toInt(), 9);
        QCOMPARE(row["bytes_b_to_a"].toInt(), 50);
        QCOMPARE(row["duration"].toDouble(), 1.0);
        QCOMPARE(row["first_frame"].toInt(), 1);
    }
};

QTEST_MAIN(TrafficModelTest)
#include "tst_trafficmodel.moc"
