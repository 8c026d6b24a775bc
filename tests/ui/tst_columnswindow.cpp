#include "tests/support/capturefile.h"
#include "tests/support/stack.h"
#include "ui/columns/columncontroller.h"
#include "ui/columns/columndialog.h"
#include "ui/columns/columnsdialog.h"
#include "ui/filters/filterbar.h"
#include "ui/filters/filteredit.h"
#include "ui/mainwindow.h"
#include "ui/models/listcolumns.h"
#include "ui/packets/rowmenu.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace vethscope;
using namespace vethscope::test;

// The list's columns and the filters made from rows of the tree, as hands use them.
class TestColumnsWindow : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    PacketListPanel &panel() const { return *m_window->findChild<PacketListPanel *>(); }
    QTableView &list() const { return panel().view(); }
    ListColumns &columns() const { return panel().columnSet(); }
    ColumnController &controller() const { return *m_window->findChild<ColumnController *>(); }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->resize(1280, 860);
        m_window->show();
        m_window->open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng")});
        QTRY_VERIFY(m_window->isSettled());
    }

    // Those in sight, by their titles.
    QStringList titles() const
    {
        QStringList all;
        for (int place = 0; place < list().horizontalHeader()->count(); ++place)
            if (const int column = list().horizontalHeader()->logicalIndex(place); !list().isColumnHidden(column))
                all << list().model()->headerData(column, Qt::Horizontal).toString();
        return all;
    }

    QString cell(int row, const QString &title) const
    {
        for (int column = 0; column < list().model()->columnCount(); ++column)
            if (list().model()->headerData(column, Qt::Horizontal).toString() == title)
                return list().model()->index(row, column).data().toString();
        return "no such column";
    }

    // The node of a name in the tree of the selected packet, at so many tunnels.
    int node(std::string_view name, int depth) const
    {
        const auto &tree = m_window->selection().tree();
        for (std::size_t i = 0; i < tree.size(); ++i)
            if (tree[i].protocol && tree[i].field && fullName(*tree[i].protocol, *tree[i].field) == name && tree[i].depth == depth)
                return int(i);
        return -1;
    }

    static QAction *action(const QMenu &menu, const QString &title)
    {
        for (QAction *one : menu.actions())
            if (one->text().remove('&') == title)
                return one;
        return nullptr;
    }

    void inHeaderMenu(int place, const QString &title)
    {
        QMenu menu;
        controller().fillMenu(menu, place);
        QAction *one = action(menu, title);
        QVERIFY2(one, qPrintable(title));
        QVERIFY(one->isEnabled());
        one->trigger();
    }

private slots:
    void init()
    {
        m_preferences.setValue(preference::columns, QString());
        openWindow();
    }

    void cleanup() { m_window.reset(); }

    void applyAsColumn()
    {
        m_window->selectPacket(9);
        QTRY_COMPARE(m_window->selection().row(), 8);
        m_window->selection().setNode(node("ip.ttl", 1));
        m_window->commands()[Command::ApplyAsColumn].trigger();
        QCOMPARE(titles(), (QStringList{"No.", "Time", "Point", "Layers", "Source", "Destination", "Protocol", "Length", "overlay.ip.ttl", "Info"}));
        QCOMPARE(cell(8, "overlay.ip.ttl"), "63");
        QCOMPARE(cell(0, "overlay.ip.ttl"), ""); // ARP
        QCOMPARE(m_window->selection().row(), 8); // nothing else has changed
        QCOMPARE(list().currentIndex().row(), 8);
        // The same again is one.
        m_window->commands()[Command::ApplyAsColumn].trigger();
        QCOMPARE(titles().count("overlay.ip.ttl"), 1);
        inHeaderMenu(columns().count() - 2, "overlay.ip.ttl"); // hides it
        QVERIFY(!titles().contains("overlay.ip.ttl"));
        controller().addColumn("overlay.ip.ttl");
        QVERIFY(titles().contains("overlay.ip.ttl"));
        m_window->selection().setNode(-1);
        const int before = columns().count();
        m_window->commands()[Command::ApplyAsColumn].trigger();
        QCOMPARE(columns().count(), before);
    }

    void headerMenu()
    {
        inHeaderMenu(1, "Align Right");
        QCOMPARE(list().model()->headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).toInt(), int(Qt::AlignRight | Qt::AlignVCenter));
        QCOMPARE(list().model()->index(0, 1).data(Qt::TextAlignmentRole).toInt(), int(Qt::AlignRight | Qt::AlignVCenter));
        QMenu menu;
        controller().fillMenu(menu, 1);
        QVERIFY(action(menu, "Align Right")->isChecked());
        QVERIFY(!action(menu, "Align Left")->isChecked());
        inHeaderMenu(4, "Remove this Column");
        QVERIFY(!titles().contains("Source"));
        const int wide = list().columnWidth(3);
        inHeaderMenu(1, "Resize to Contents");
        QVERIFY(list().columnWidth(1) != wide);
        QCOMPARE(list().columnWidth(3), wide);
        // The last column in sight stays.
        for (const QString &title : titles().mid(1))
            inHeaderMenu(0, title);
        QCOMPARE(titles(), QStringList("No."));
        QMenu one;
        controller().fillMenu(one, 0);
        QVERIFY(!action(one, "No.")->isEnabled());
    }

    void draggedColumns()
    {
        panel().setColumns({{.column = Column::Number}, {.column = Column::Time, .width = 2000}, {.expression = "ip.ttl"}, {.column = Column::Info}});
        m_window->selectPacket(5);
        QTRY_COMPARE(m_window->selection().row(), 4);
        const int wide = list().columnWidth(1);
        list().horizontalHeader()->moveSection(1, 2);
        QTRY_COMPARE(columns().all()[1].expression, "ip.ttl");
        QCOMPARE(titles(), (QStringList{"No.", "ip.ttl", "Time", "Info"}));
        QCOMPARE(list().columnWidth(2), wide);
        QCOMPARE(list().currentIndex().row(), 4);
        list().horizontalHeader()->moveSection(2, 0); // also the first
        QTRY_COMPARE(titles(), (QStringList{"Time", "No.", "ip.ttl", "Info"}));
    }

    void keptForTheNextTime()
    {
        panel().setColumns({{.column = Column::Time, .width = 1700}, {.title = "Hops", .expression = "ip.ttl", .occurrence = -1}, {.column = Column::Info, .isHidden = true}, {.column = Column::Overlay}});
        m_window->close();
        m_window.reset();
        openWindow();
        QCOMPARE(titles(), (QStringList{"Time", "Hops", "Overlay src → dst"}));
        QCOMPARE(cell(8, "Hops"), "63");
        QCOMPARE(cell(8, "Overlay src → dst"), "10.244.0.60 → 10.244.1.3");
        QVERIFY(columns().at(2).isHidden);
    }

    void deltaIsSinceTheRowBefore()
    {
        panel().setColumns({{.column = Column::Number}, {.column = Column::Time}, {.column = Column::Delta}});
        m_window->applyFilter("icmp");
        QTRY_VERIFY(m_window->isSettled() && list().model()->rowCount() > 3);
        for (int row = 1; row < 4; ++row) {
            const double between = cell(row, "Time").toDouble() - cell(row - 1, "Time").toDouble();
            QVERIFY(qAbs(cell(row, "Delta").toDouble() - between) < 2e-6);
        }
        QCOMPARE(cell(0, "Delta"), "0.000000000");
    }

    void editing()
    {
        ColumnDialog dialog({.title = "TTL", .expression = "ip.ttl"}, m_window->capture().registry());
        auto &accept = dialog.findChild<DialogButtons *>()->acceptButton();
        auto *expression = dialog.findChild<FilterEdit *>();
        QVERIFY(accept.isEnabled());
        expression->setText("ip.tttl");
        QVERIFY(!accept.isEnabled());
        const auto labels = dialog.findChildren<QLabel *>("problem");
        QCOMPARE(labels.size(), 1);
        QVERIFY2(labels.front()->text().contains("ip.tttl"), qPrintable(labels.front()->text()));
        expression->setText("ip.ttl < 64");
        QVERIFY(accept.isEnabled());
        QVERIFY(labels.front()->text().isEmpty());
        dialog.findChild<QSpinBox *>()->setValue(-1);
        const auto boxes = dialog.findChildren<QComboBox *>();
        boxes[1]->setCurrentIndex(2);
        QVERIFY(dialog.column() == (ColumnSpec{.title = "TTL", .expression = "ip.ttl < 64", .occurrence = -1, .side = ColumnSpec::Side::Right}));
        boxes[0]->setCurrentIndex(boxes[0]->findText("Tunnel"));
        QVERIFY(!expression->isEnabled());
        QVERIFY(dialog.column() == (ColumnSpec{.column = Column::Tunnel, .title = "TTL", .side = ColumnSpec::Side::Right}));
    }

    void allColumns()
    {
        ColumnsDialog dialog(usualColumns(), m_window->capture().registry());
        auto *all = dialog.findChild<QListWidget *>();
        const auto press = [&](const QString &title) {
            for (QPushButton *button : dialog.findChildren<QPushButton *>())
                if (button->text().remove('&') == title)
                    return button->click();
            QFAIL(qPrintable(title));
        };
        QCOMPARE(all->count(), 9);
        all->item(2)->setCheckState(Qt::Unchecked);
        all->setCurrentRow(1);
        press("Move Down");
        QCOMPARE(all->currentRow(), 2);
        auto kept = dialog.columns();
        QVERIFY(kept[1].column == Column::Point && kept[1].isHidden);
        QVERIFY(kept[2].column == Column::Time && !kept[2].isHidden);
        press("Move Up");
        press("Remove");
        QCOMPARE(dialog.columns().size(), std::size_t(8));
        QVERIFY(dialog.columns()[1].isHidden);
        QTimer::singleShot(0, &dialog, [&] {
            auto *one = qobject_cast<ColumnDialog *>(QApplication::activeModalWidget());
            QVERIFY(one);
            one->findChild<FilterEdit *>()->setText("vxlan.vni");
            one->accept();
        });
        press("Add…");
        QCOMPARE(dialog.columns().back().expression, "vxlan.vni");
        QCOMPARE(all->currentRow(), 8);
        press("Remove");
        QCOMPARE(all->currentRow(), 7); // one is selected as long as one is there
        press("Wireshark's Set");
        QVERIFY(dialog.columns() == classicColumns());
        press("Vethscope's Set");
        QVERIFY(dialog.columns() == usualColumns());
    }

    void wronglyKeptColumnSaysWhy()
    {
        panel().setColumns({{.column = Column::Number}, {.expression = "no.such.field"}});
        QCOMPARE(cell(0, "no.such.field"), "");
        QVERIFY(list().model()->headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString().contains("no.such.field"));
    }

    // What was clicked in the overlay asks for the overlay; the plain name stands below.
    void filterFromRow()
    {
        m_window->selectPacket(9);
        QTRY_COMPARE(m_window->selection().row(), 8);
        auto *rows = m_window->findChild<RowMenu *>();
        const auto menuOf = [&](QMenu &menu, int at) { rows->fill(menu, at, m_window->findChild<FilterBar *>()->expression()); };
        QMenu menu;
        menuOf(menu, node("ip.src", 1));
        const QMenu &apply = *action(menu, "Apply as Filter")->menu();
        QCOMPARE(apply.actions().front()->text(), "overlay.ip.src == 10.244.0.60");
        QVERIFY(!apply.actions().front()->isEnabled());
        QStringList ways;
        for (const QAction *one : apply.actions())
            if (!one->isSeparator())
                ways << one->text().remove('&');
        QCOMPARE(ways.mid(1), (QStringList{"Selected", "Not Selected", "…and Selected", "…or Selected", "…and not Selected", "…or not Selected", "In Every Layer"}));
        action(apply, "Selected")->trigger();
        FilterBar &bar = *m_window->findChild<FilterBar *>();
        QCOMPARE(bar.expression(), "overlay.ip.src == 10.244.0.60");
        QTRY_VERIFY(m_window->isSettled());
        const int matching = list().model()->rowCount();
        QVERIFY(matching > 0 && matching < 105);
        QMenu second;
        menuOf(second, node("ip.dst", 0));
        const QMenu &prepare = *action(second, "Prepare as Filter")->menu();
        action(prepare, "…and not Selected")->trigger();
        QCOMPARE(bar.expression(), "(overlay.ip.src == 10.244.0.60) && !(underlay.ip.dst == 172.27.16.10)");
        QCOMPARE(list().model()->rowCount(), matching); // only prepared
        bar.setExpression({});
        QMenu third;
        menuOf(third, node("ip.dst", 0));
        action(*action(*action(third, "Apply as Filter")->menu(), "In Every Layer")->menu(), "Not Selected")->trigger();
        QCOMPARE(bar.expression(), "!(ip.dst == 172.27.16.10)");
        action(third, "Copy as Filter")->trigger();
        QCOMPARE(QApplication::clipboard()->text(), "underlay.ip.dst == 172.27.16.10");
        action(third, "Apply as Column")->trigger();
        QVERIFY(titles().contains("underlay.ip.dst"));
    }

    // A cell of the list: what it says is what the filter asks for.
    void filterFromCell()
    {
        m_window->selectPacket(9);
        QTRY_COMPARE(m_window->selection().row(), 8);
        auto *rows = m_window->findChild<RowMenu *>();
        const auto previewOf = [&](const ColumnSpec &column, Perspective perspective = Perspective::Both) {
            QMenu menu;
            rows->fillCell(menu, column, perspective, {});
            QAction *apply = action(menu, "Apply as Filter");
            return apply->isEnabled() ? apply->menu()->actions().front()->text() : QString();
        };
        QCOMPARE(previewOf({.column = Column::Source}), "overlay.ip.src == 10.244.0.60");
        QCOMPARE(previewOf({.column = Column::Destination}, Perspective::Underlay), "underlay.ip.dst == 172.27.16.10");
        QCOMPARE(previewOf({.column = Column::Number}), "frame.number == 9");
        QCOMPARE(previewOf({.column = Column::Length}), "frame.len == 124");
        QCOMPARE(previewOf({.column = Column::Protocol}), "overlay.tcp");
        QCOMPARE(previewOf({.expression = "overlay.ip.ttl"}), "overlay.ip.ttl == 63");
        QCOMPARE(previewOf({.expression = "vxlan.vni"}), "vxlan.vni == 1");
        QCOMPARE(previewOf({.column = Column::Info}), "");
        QMenu menu;
        rows->fillConversations(menu);
        const QMenu &all = *action(menu, "Conversation Filter")->menu();
        QStringList titles;
        for (const QAction *one : all.actions())
            titles << one->text();
        QCOMPARE(titles, (QStringList{"Ethernet II", "Internet Protocol Version 4", "Transmission Control Protocol"}));
        all.actions().last()->trigger();
        QTRY_VERIFY(m_window->isSettled());
        for (int row = 0; row < list().model()->rowCount(); ++row)
            QVERIFY(cell(row, "Info").contains("38654") || cell(row, "Protocol") == "HTTP");
        QVERIFY(list().model()->rowCount() >= 8);
    }

    void rowWithoutName()
    {
        m_window->selectPacket(9);
        QTRY_COMPARE(m_window->selection().row(), 8);
        const auto &tree = m_window->selection().tree();
        const auto scope = std::ranges::find(tree, TreeNode::Kind::Scope, &TreeNode::kind);
        QVERIFY(scope != tree.end());
        QMenu menu;
        m_window->findChild<RowMenu *>()->fill(menu, int(scope - tree.begin()), {});
        for (const char *title : {"Apply as Filter", "Prepare as Filter", "Apply as Column", "Copy as Filter"})
            QVERIFY(!action(menu, title)->isEnabled());
    }

    QStringList numbers(int rows) const
    {
        QStringList all;
        for (int row = 0; row < rows; ++row)
            all << list().model()->index(row, columns().placeOf(Column::Number)).data().toString();
        return all;
    }

    // Up, down, and as the file has them; what is selected stays so.
    void sorting()
    {
        m_window->selectPacket(9);
        QTRY_COMPARE(m_window->selection().row(), 8);
        const int length = columns().placeOf(Column::Length);
        const auto lengths = [&] {
            QList<int> all;
            for (int row = 0; row < list().model()->rowCount(); ++row)
                all << list().model()->index(row, length).data().toInt();
            return all;
        };
        const QList<int> before = lengths();
        QList<int> up = before, down = before;
        std::ranges::sort(up);
        std::ranges::sort(down, std::greater{});
        QVERIFY(up != before);
        QHeaderView &header = *list().horizontalHeader();
        const auto click = [&] { QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, {header.sectionViewportPosition(length) + 20, header.height() / 2}); };
        click();
        QTRY_COMPARE(lengths(), up);
        QVERIFY(header.isSortIndicatorShown());
        QCOMPARE(header.sortIndicatorSection(), length);
        QCOMPARE(m_window->selection().row(), 8);
        QCOMPARE(list().currentIndex().siblingAtColumn(0).data().toString(), "9");
        QCOMPARE(list().model()->rowCount(), 105);
        click();
        QTRY_COMPARE(lengths(), down);
        // Equal ones stay as they were.
        QStringList longest;
        for (int row = 0; row < before.size(); ++row)
            if (before[row] == down.front())
                longest << QString::number(row + 1);
        QVERIFY(longest.size() > 1);
        QCOMPARE(numbers(int(longest.size())), longest);
        // A filter keeps the order; each row is found where it stands.
        m_window->applyFilter("icmp");
        QTRY_VERIFY(m_window->isSettled() && !m_window->listModel().isSorting());
        QVERIFY(std::ranges::is_sorted(lengths(), std::greater{}));
        for (int row = 0; row < list().model()->rowCount(); ++row)
            QCOMPARE(m_window->listModel().rowOf(m_window->listModel().storeRow(row)), row);
        m_window->applyFilter("");
        QTRY_VERIFY(m_window->isSettled() && lengths() == down);
        click();
        QTRY_COMPARE(lengths(), before);
        QVERIFY(!header.isSortIndicatorShown());
        QCOMPARE(list().currentIndex().siblingAtColumn(0).data().toString(), QString::number(m_window->selection().row() + 1)); // the filter's nearest to it
    }

    void sortedAsText()
    {
        m_window->commands()[Command::ResolveNetwork].setChecked(false);
        inHeaderMenu(columns().placeOf(Column::Source), "Sort Ascending");
        QTRY_VERIFY(!m_window->listModel().isSorting());
        QStringList sources;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            if (const QString source = cell(row, "Source"); sources.isEmpty() || sources.last() != source)
                sources << source;
        QVERIFY2(sources.size() > 5, qPrintable(sources.join(' ')));
        QCOMPARE(QSet<QString>(sources.begin(), sources.end()).size(), sources.size()); // each in one place
        QVERIFY(sources.indexOf("10.244.0.58") < sources.indexOf("10.244.1.3"));
        inHeaderMenu(0, "No Sorting");
        QCOMPARE(numbers(3), (QStringList{"1", "2", "3"}));
        QMenu menu;
        controller().fillMenu(menu, 0);
        QVERIFY(!action(menu, "No Sorting")->isEnabled());
    }

    void timeFormats()
    {
        QCOMPARE(cell(3, "Time"), "0.000515350"); // as tshark has it
        m_window->commands()[Command::DigitsMicroseconds].trigger();
        QCOMPARE(cell(3, "Time"), "0.000515");
        const int narrow = list().columnWidth(1);
        m_window->commands()[Command::TimeUtcDateAndTime].trigger();
        QCOMPARE(cell(3, "Time"), "2026-11-23 13:40:24.975623");
        QVERIFY(list().columnWidth(1) > narrow);
        m_window->commands()[Command::TimeSinceDisplayed].trigger();
        m_window->applyFilter("frame.number == 2 or frame.number == 4");
        QTRY_VERIFY(m_window->isSettled() && list().model()->rowCount() == 2);
        QCOMPARE(cell(1, "Time"), "0.000437");
        m_window.reset();
        openWindow();
        QCOMPARE(cell(3, "Time"), "0.000435"); // kept
        QVERIFY(m_window->commands()[Command::TimeSinceDisplayed].isChecked() && m_window->commands()[Command::DigitsMicroseconds].isChecked());
        m_window->commands()[Command::TimeSinceFirst].trigger();
        m_window->commands()[Command::DigitsAsTheFile].trigger();
        QCOMPARE(cell(3, "Time"), "0.000515350");
    }

    void timeReferences()
    {
        const double third = cell(2, "Time").toDouble(), fourth = cell(3, "Time").toDouble(), tenth = cell(9, "Time").toDouble(), eleventh = cell(10, "Time").toDouble();
        m_window->selectPacket(3);
        QTRY_COMPARE(m_window->selection().row(), 2);
        m_window->commands()[Command::ToggleReference].trigger();
        QCOMPARE(cell(2, "Time"), "*REF*");
        m_language.setCode("zh_CN");
        QCOMPARE(cell(2, "时间"), "*参考*");
        m_language.setCode("en");
        QVERIFY(qAbs(cell(3, "Time").toDouble() - (fourth - third)) < 1e-9);
        m_window->selectPacket(10);
        QTRY_COMPARE(m_window->selection().row(), 9);
        m_window->commands()[Command::ToggleReference].trigger();
        QVERIFY(qAbs(cell(10, "Time").toDouble() - (eleventh - tenth)) < 1e-9);
        QCOMPARE(cell(1, "Time"), "0.000077465"); // before the first
        m_window->commands()[Command::PreviousReference].trigger();
        QTRY_COMPARE(m_window->selection().row(), 2);
        m_window->commands()[Command::NextReference].trigger();
        QTRY_COMPARE(m_window->selection().row(), 9);
        m_window->commands()[Command::UnsetReferences].trigger();
        QVERIFY(qAbs(cell(10, "Time").toDouble() - eleventh) < 1e-9);
    }

    // What a reader of the status bar is told.
    void statusBar()
    {
        m_window->applyFilter("icmp");
        QTRY_VERIFY(m_window->isSettled());
        QAccessibleInterface *bar = nullptr;
        for (QWidget *widget : m_window->findChildren<QWidget *>("statusBar"))
            bar = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(bar);
        QCOMPARE(bar->role(), QAccessible::StatusBar);
        QCOMPARE(bar->text(QAccessible::Name), "Status bar");
        QStringList told;
        for (int i = 0; i < bar->childCount(); ++i)
            told << bar->child(i)->text(QAccessible::Name);
        QVERIFY2(told.contains(QRegularExpression("^Packets: 105 · Displayed: [0-9]+ \\([0-9.]+ %\\)$")), qPrintable(told.join(" | ")));
        QVERIFY2(told.contains("master.eth0.pcapng") || told.filter("master.eth0.pcapng ·").size() == 1, qPrintable(told.join(" | ")));
    }

    // The last column has what is left: nothing is to be scrolled to while there is room.
    void nothingToScrollTo()
    {
        m_window->commands()[Command::DigitsAsTheFile].trigger();
        QVERIFY2(list().horizontalHeader()->length() <= list().viewport()->width(), qPrintable(QString("%1 of %2").arg(list().horizontalHeader()->length()).arg(list().viewport()->width())));
    }

    void listIsTheMainThing()
    {
        Preferences first{Preferences::Keep::Nothing};
        for (const QSize size : {QSize(1600, 960), QSize(1280, 860), QSize(1024, 768)}) {
            MainWindow window(m_theme, m_language, first);
            window.resize(size);
            window.show();
            window.open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng")});
            QTRY_VERIFY(window.isSettled());
            const int height = window.findChild<PacketListPanel *>()->height();
            QVERIFY2(height * 100 >= 40 * window.height(), qPrintable(QString("%1 of %2").arg(height).arg(window.height())));
        }
    }
};

QTEST_MAIN(TestColumnsWindow)
#include "tst_columnswindow.moc"
