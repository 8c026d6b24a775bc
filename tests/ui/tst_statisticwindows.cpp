#include <QTest>

#include "ui/mainwindow.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/language.h"
#include "ui/shared/marks.h"
#include "ui/shared/preferences.h"
#include "ui/statistics/expertbullet.h"
#include "ui/statistics/expertmodel.h"
#include "ui/statistics/expertoptions.h"
#include "ui/statistics/expertwindow.h"
#include "ui/statistics/hierarchymodel.h"
#include "ui/statistics/hierarchywindow.h"
#include "ui/statistics/keptrows.h"
#include "ui/statistics/propertieswindow.h"
#include "ui/statistics/rowsfilter.h"
#include "ui/statistics/statisticview.h"
#include "ui/windows/companionwindows.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>

using namespace vethscope;

// Protocol Hierarchy, Expert Information and Capture File Properties, beside the main window.

namespace {

const QString flannel = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");
const QString manyRemarks = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.any.pcap");

} // namespace

class StatisticWindowsTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    template <typename Window>
    Window &shown(const char *kind)
    {
        m_window->windows().action(kind).trigger();
        Window &window = *m_window->windows().window<Window>(kind);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), 20'000); }();
        return window;
    }

    void filter(const QString &expression)
    {
        m_window->applyFilter(expression);
        QTRY_VERIFY(m_window->isSettled());
    }

    // The first row that begins so, at whatever level.
    static QModelIndex find(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {})
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data().toString().startsWith(text))
                return index;
            if (const QModelIndex below = find(model, text, index); below.isValid())
                return below;
        }
        return {};
    }

    static QString cell(const QModelIndex &index, int column) { return index.siblingAtColumn(column).data().toString(); }

    // Chooses from the context menu of the current row, by the entries' texts.
    static bool choose(StatisticView &view, const QStringList &path)
    {
        emit view.menuRequested({});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        const QMenu *at = menu;
        QAction *action = nullptr;
        for (const QString &text : path) {
            action = nullptr;
            if (at)
                for (QAction *one : at->actions())
                    if (one->text().remove('&') == text)
                        action = one;
            if (!action)
                return false;
            at = action->menu();
        }
        action->trigger();
        menu->close();
        return true;
    }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->open({flannel});
        QTRY_VERIFY(m_window->isSettled());
    }

    void cleanup()
    {
        m_language.setCode("en");
        m_window.reset();
    }

    void hierarchyHasWhatTsharkHas()
    {
        auto &window = shown<HierarchyWindow>("hierarchy");
        const QAbstractItemModel &model = *window.view().model();
        QAbstractItemModelTester tester(window.view().model());
        const QModelIndex frame = model.index(0, 0);
        QCOMPARE(cell(frame, HierarchyModel::Packets), QString("105")); // tshark -q -z io,phs
        QCOMPARE(cell(frame, HierarchyModel::Bytes).remove(QChar(0x202f)), QString("17889"));
        const QModelIndex arp = find(model, "Address Resolution");
        QVERIFY(arp.isValid());
        QCOMPARE(cell(arp, HierarchyModel::Packets), QString("2"));
        QCOMPARE(cell(arp, HierarchyModel::PacketShare), QString("1.9 %"));
        const QModelIndex vxlan = find(model, "Virtual eXtensible");
        QCOMPARE(cell(vxlan, HierarchyModel::Packets), QString("83"));
        QCOMPARE(cell(vxlan, HierarchyModel::Scopes), QString("Tunnel"));
        QCOMPARE(cell(model.index(0, 0, vxlan), HierarchyModel::Scopes), QString("Overlay"));
    }

    void rowsMakeFiltersOfTheirScope()
    {
        auto &window = shown<HierarchyWindow>("hierarchy");
        const QModelIndex vxlan = find(*window.view().model(), "Virtual eXtensible");
        const QModelIndex inner = find(*window.view().model(), "Internet Protocol Version 4", vxlan);
        QVERIFY(inner.isValid());
        const int packets = cell(inner, HierarchyModel::Packets).toInt();
        window.view().setCurrentIndex(inner);
        QVERIFY(choose(window.view(), {"Apply as Filter", "Selected"}));
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(QString::fromStdString(m_window->listModel().filter().expression()), QString("overlay.ip"));
        QCOMPARE(m_window->listModel().rowCount(), packets);
        window.limit().setChecked(true);
        QTRY_VERIFY(!window.isBusy());
        QTRY_COMPARE(cell(window.view().model()->index(0, 0), HierarchyModel::Packets), QString::number(packets));
    }

    void rowsLeadToTheirPacket()
    {
        auto &window = shown<HierarchyWindow>("hierarchy");
        const QModelIndex arp = find(*window.view().model(), "Address Resolution");
        window.view().scrollTo(arp);
        QTest::mouseClick(window.view().viewport(), Qt::LeftButton, {}, window.view().visualRect(arp).center());
        const int row = m_window->selection().row();
        QVERIFY(row >= 0);
        filter("arp");
        QCOMPARE(m_window->listModel().rowOf(row), 0);
    }

    void selectionStaysWhileCountsChange()
    {
        auto &window = shown<HierarchyWindow>("hierarchy");
        window.view().setCurrentIndex(find(*window.view().model(), "Virtual eXtensible"));
        filter("vxlan");
        window.limit().setChecked(true);
        QTRY_VERIFY(!window.isBusy());
        QTRY_COMPARE(cell(window.view().model()->index(0, 0), HierarchyModel::Packets), QString("83"));
        QVERIFY(window.view().currentIndex().data().toString().startsWith("Virtual eXtensible"));
    }

    // Whatever many there are.
    void rowsAreKeptWhenTheyAreCountedAgain()
    {
        QStandardItemModel model;
        const auto fill = [&model] {
            model.clear();
            for (int group = 0; group < 2; ++group) {
                auto *top = new QStandardItem(QStringLiteral("group"));
                top->setData(group, KeyRole);
                for (int row = 0; row < 20'000; ++row) {
                    auto *item = new QStandardItem(QString::number(row));
                    item->setData(row, KeyRole);
                    top->appendRow(item);
                }
                model.appendRow(top);
            }
        };
        fill();
        StatisticView view(model);
        const auto group = [&view](int row) { return view.model()->index(row, 0); };
        view.expand(group(1));
        view.setCurrentIndex(view.model()->index(7, 0, group(1)));
        view.selectAll();
        QCOMPARE(view.selectionModel()->selectedRows().size(), 20'002);
        view.selectionModel()->select(view.model()->index(5, 0, group(1)), QItemSelectionModel::Deselect);
        KeptRows kept(view);
        fill(); // which resets the model
        kept.restore(view);
        QVERIFY(view.isExpanded(group(1)) && !view.isExpanded(group(0)));
        QCOMPARE(view.selectionModel()->selectedRows().size(), 20'001);
        QVERIFY(!view.selectionModel()->isSelected(view.model()->index(5, 0, group(1))));
        QCOMPARE(view.currentIndex(), view.model()->index(7, 0, group(1)));
    }

    // In the place of filters it is said why there are none.
    void tooManyRowsForAFilter()
    {
        m_window->open({manyRemarks});
        QTRY_VERIFY(m_window->isSettled());
        auto &window = shown<ExpertWindow>("experts");
        window.view().expandAll();
        window.view().selectAll();
        QVERIFY(window.view().selectedFilters().size() > mostFiltered);
        QVERIFY(!choose(window.view(), {"Apply as Filter", "Selected"}));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("A filter is made of 64 rows at most"));
        menu->close();
    }

    void expertsGroup()
    {
        auto &window = shown<ExpertWindow>("experts");
        const QAbstractItemModel &model = *window.view().model();
        QAbstractItemModelTester tester(window.view().model());
        const QModelIndex syn = find(model, "connection wanted (SYN)");
        QVERIFY(syn.isValid());
        QCOMPARE(cell(syn, ExpertModel::Count), QString("5")); // tshark -q -z expert has 6: one of them is not in a tunnel
        QCOMPARE(cell(syn, ExpertModel::Scopes), QString("Overlay"));
        QCOMPARE(cell(syn, ExpertModel::Protocol), QString("TCP"));
        QCOMPARE(model.rowCount(syn), 5);
        QCOMPARE(syn.data(SeverityRole).toInt(), int(ExpertSeverity::Chat));
        QVERIFY(model.index(0, 0, syn).data().toString().contains("server port 80"));
        window.view().setCurrentIndex(syn);
        QVERIFY(choose(window.view(), {"Apply as Filter", "Selected"}));
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(m_window->listModel().rowCount(), 5);
        filter("overlay.tcp.flags.syn == 1 && overlay.tcp.flags.ack == 0");
        QCOMPARE(m_window->listModel().rowCount(), 5);
    }

    void expertsAreChosen()
    {
        auto &window = shown<ExpertWindow>("experts");
        const QAbstractItemModel &model = *window.view().model();
        const int all = model.rowCount();
        window.expertOptions().search().setText("(FIN)");
        QVERIFY(model.rowCount() > 0 && model.rowCount() < all);
        window.expertOptions().search().clear();
        QCOMPARE(model.rowCount(), all);
        window.expertOptions().setSeverity(ExpertSeverity::Error);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.index(row, 0).data(SeverityRole).toInt(), int(ExpertSeverity::Error));
    }

    void bulletTellsTheWorst()
    {
        auto *bullet = m_window->findChild<ExpertBullet *>();
        QVERIFY(bullet);
        QTRY_VERIFY(!bullet->isCounting() && bullet->severity());
        auto &window = shown<ExpertWindow>("experts");
        QCOMPARE(int(*bullet->severity()), window.view().model()->index(0, 0).data(SeverityRole).toInt());
        QVERIFY(bullet->accessibleName().startsWith("Expert information: "));
        window.close();
        QTest::mouseClick(bullet, Qt::LeftButton);
        QVERIFY(window.isVisible());
        m_window->commands()[Command::CloseFile].trigger();
        QVERIFY(!bullet->isVisible());
    }

    void propertiesTell()
    {
        auto &window = shown<PropertiesWindow>("properties");
        QFile file(flannel);
        QVERIFY(file.open(QFile::ReadOnly));
        const QString sum = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
        const QString text = window.text();
        QVERIFY(text.contains(sum));
        QVERIFY(text.contains("pcapng"));
        QVERIFY(text.contains("105 (100.0 %)"));
        filter("arp");
        m_window->marks().mark({0, 1, 2});
        QTRY_VERIFY(window.totals().totals()->displayed.packets == 2 && window.totals().totals()->marked.packets == 3);
        QVERIFY(window.text().contains("2 (1.9 %)"));
        QVERIFY(window.text().contains("3 (2.9 %)"));
    }

    void inChinese()
    {
        auto &properties = shown<PropertiesWindow>("properties");
        auto &hierarchy = shown<HierarchyWindow>("hierarchy");
        m_language.setCode("zh_CN");
        QTRY_VERIFY(properties.text().contains(QString::fromUtf8("已捕获")));
        QCOMPARE(hierarchy.view().model()->headerData(0, Qt::Horizontal).toString(), QString::fromUtf8("协议"));
    }

    void csvHasPlainNumbers()
    {
        auto &window = shown<HierarchyWindow>("hierarchy");
        const QStringList lines = window.csv().split('\n');
        QCOMPARE(lines[0], QString("Protocol,Scope,Packets,% Packets,Bytes,% Bytes,Bits/s,End Packets,End Bytes"));
        QVERIFY2(lines[1].startsWith("Frame,,105,100.00,17889,100.00,"), qPrintable(lines[1]));
        QVERIFY(lines[2].startsWith("  "));
    }
};

QTEST_MAIN(StatisticWindowsTest)
#include "tst_statisticwindows.moc"
