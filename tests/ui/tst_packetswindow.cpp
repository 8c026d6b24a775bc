#include "core/colours/colourrulesfile.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "ui/colours/colourcontroller.h"
#include "ui/colours/colourruleform.h"
#include "ui/colours/colourrules.h"
#include "ui/colours/colourrulesdialog.h"
#include "ui/filters/filteredit.h"
#include "ui/mainwindow.h"
#include "ui/models/packetlink.h"
#include "ui/models/relatedpackets.h"
#include "ui/packets/amender.h"
#include "ui/packets/copymenu.h"
#include "ui/packets/namedialog.h"
#include "ui/packets/packetwindow.h"
#include "ui/packets/packetwindows.h"
#include "ui/packets/timeshiftdialog.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/saving/packetchoice.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ranges>

using namespace vethscope;
using namespace vethscope::test;

// What is done with packets of the list: colours, ignoring, shifting times, windows of their own, copying.
class TestPacketsWindow : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    PacketListPanel &panel() const { return *m_window->findChild<PacketListPanel *>(); }
    QTableView &list() const { return panel().view(); }
    const PacketListModel &model() const { return m_window->listModel(); }
    QAction &command(Command one) const { return m_window->commands()[one]; }

    QString cell(int row, const QString &title, int role = Qt::DisplayRole) const
    {
        for (int column = 0; column < model().columnCount(); ++column)
            if (model().headerData(column, Qt::Horizontal).toString() == title)
                return model().index(row, column).data(role).toString();
        return "no such column";
    }

    QString rule(int row) const
    {
        const int place = model().ruleOf(row);
        return place < 0 ? QString() : QString::fromStdString(model().colouring()[std::size_t(place)].name);
    }

    // Of packets by their numbers, each once.
    void select(const QList<int> &numbers)
    {
        list().selectionModel()->clear();
        for (const int number : numbers)
            list().selectionModel()->setCurrentIndex(model().index(model().rowOf(number - 1), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    QString counts() const
    {
        for (const QLabel *label : m_window->findChild<StatusPanel *>()->findChildren<QLabel *>())
            if (label->text().startsWith("Packets"))
                return label->text();
        return {};
    }

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 30'000); }

    // The dialog gets the focus and then this name; empty takes it away.
    void name(const QString &address, const QString &name)
    {
        QString chosen;
        QTimer::singleShot(0, m_window.get(), [&] {
            auto *dialog = m_window->findChild<NameDialog *>();
            QVERIFY(dialog);
            chosen = dialog->findChild<QComboBox *>()->currentText();
            dialog->findChild<QLineEdit *>()->setText(name);
            dialog->accept();
        });
        command(Command::EditName).trigger();
        QCOMPARE(chosen, address);
    }

private slots:
    void init()
    {
        m_preferences.setValue("list/colourRules", {});
        m_preferences.setValue("list/colourise", true);
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->resize(1280, 860);
        m_window->show();
        m_window->open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng")});
        settle();
    }

    void cleanup() { m_window.reset(); }

    void usualRulesColourTheList()
    {
        QCOMPARE(rule(0), "ARP");
        QCOMPARE(cell(0, "Protocol"), "ARP");
        QCOMPARE(rule(2), "ICMP"); // above what only tells that it is in a tunnel
        QVERIFY2(cell(0, "No.", Qt::AccessibleTextRole).endsWith("colour rule ARP"), qPrintable(cell(0, "No.", Qt::AccessibleTextRole)));
        QVERIFY(cell(0, "Info", Qt::ToolTipRole).endsWith("Colour rule: ARP"));
        command(Command::ColourisePackets).setChecked(false);
        QCOMPARE(rule(0), "");
        QVERIFY(!m_preferences.value("list/colourise").toBool());
        QVERIFY(!cell(0, "No.", Qt::AccessibleTextRole).contains("rule"));
    }

    void theRowHasTheRulesColour()
    {
        const auto shot = [&] { return list().viewport()->grab(list().visualRect(model().index(1, model().columnCount() - 1)).intersected(list().viewport()->rect())).toImage(); };
        const QImage coloured = shot();
        QCOMPARE(coloured.pixelColor(coloured.width() - 2, 2).name(), "#faf0d7"); // ARP's
        command(Command::ColourisePackets).setChecked(false);
        const QImage plain = shot();
        QVERIFY(plain.pixelColor(plain.width() - 2, 2) != coloured.pixelColor(coloured.width() - 2, 2));
    }

    void conversationsAreColoured()
    {
        m_window->selectPacket(3);
        const QString before = rule(0);
        command(Command::Colourise3).trigger();
        QCOMPARE(rule(2), "Conversation 3");
        QCOMPARE(rule(3), "Conversation 3"); // the answer
        QCOMPARE(rule(0), before);
        command(Command::ColourisePackets).setChecked(false); // what was asked for is seen all the same
        QCOMPARE(rule(2), "Conversation 3");
        command(Command::Colourise1).trigger();               // one conversation has one colour
        QCOMPARE(rule(2), "Conversation 1");
        command(Command::ResetColours).trigger();
        QCOMPARE(rule(2), "");
    }

    void menusColourByWhatARowSays()
    {
        QMenu menu;
        m_window->colours().fillFilter(menu, "arp.opcode == 2");
        QMenu *colours = menu.actions().at(0)->menu();
        QVERIFY(colours && colours->isEnabled());
        colours->actions().at(4)->trigger();
        QCOMPARE(rule(1), "Conversation 5");
        QCOMPARE(rule(0), "ARP");
        QMenu none;
        m_window->colours().fillFilter(none, {});
        QVERIFY(!none.actions().at(0)->isEnabled());
    }

    void rulesAreKept()
    {
        ColourRules &rules = *m_window->findChild<ColourRules *>();
        rules.setRules({{"Mine", "arp", 0x000000, 0xFFFF00}});
        QCOMPARE(rule(0), "Mine");
        const Preferences &kept = m_preferences;
        QCOMPARE(readColourRules(kept.value("list/colourRules").toString().toStdString()).rules, rules.rules());
        cleanup();
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng")});
        settle();
        QCOMPARE(rule(0), "Mine");
        QCOMPARE(rule(2), "");
    }

    void aRuleThatIsNoFilterIsToldAndSkipped()
    {
        m_window->findChild<ColourRules *>()->setRules({{"Broken", "ip.nosuch == 1", 0, 0xFFFFFF}, {"Rest", "frame", 0, 0xFFFFFF}});
        QVERIFY(m_window->findChild<MessageBar *>()->text().contains("“Broken” is skipped"));
        QCOMPARE(rule(0), "Rest");
    }

    void theDialogEditsRules()
    {
        ColourRulesDialog dialog({{"A", "arp", 0, 0xFFFFFF}, {"B", "udp", 0, 0xFFFFFF}}, m_window->capture().registry());
        const auto button = [&](const QString &text) {
            for (QPushButton *one : dialog.findChildren<QPushButton *>())
                if (one->text().remove('&') == text)
                    return one;
            return static_cast<QPushButton *>(nullptr);
        };
        const auto names = [&] {
            QStringList all;
            for (const ColourRule &one : dialog.rules())
                all << QString::fromStdString((one.isEnabled ? "" : "off ") + one.name);
            return all.join(' ');
        };
        auto &rows = *dialog.findChild<QListWidget *>();
        QVERIFY(!button("Move Up")->isEnabled());
        button("Move Down")->click();
        QCOMPARE(names(), "B A");
        rows.item(0)->setCheckState(Qt::Unchecked);
        QCOMPARE(names(), "off B A");
        button("Add")->click();
        QCOMPARE(names(), "New rule off B A");
        auto &filter = *dialog.findChild<FilterEdit *>();
        filter.setText("ip.nosuch");
        QVERIFY(rows.item(0)->text().contains("skipped"));
        filter.setText("icmp");
        QVERIFY(!rows.item(0)->text().contains("skipped"));
        QCOMPARE(dialog.rules().front().filter, "icmp");
        button("Remove")->click();
        QCOMPARE(names(), "off B A");
        dialog.exportFile(m_folder.filePath("rules.jsonc"));
        dialog.exportFile(m_folder.filePath("rules"));
        button("Defaults")->click();
        QCOMPARE(dialog.rules(), usualColourRules());
        for (const char *file : {"rules.jsonc", "rules"}) {
            dialog.importFile(m_folder.filePath(file));
            QCOMPARE(names(), "off B A");
        }
        dialog.importFile(writeFile(m_folder, "notes.txt", "hello\n"));
        QCOMPARE(names(), "off B A"); // nothing was changed
        dialog.importFile(m_folder.filePath("nowhere"));
        QCOMPARE(names(), "off B A");
    }

    void ignoredPackets()
    {
        select({3});
        command(Command::ToggleIgnore).trigger();
        settle();
        QCOMPARE(cell(2, "Info"), "<Ignored>");
        QCOMPARE(cell(2, "Source"), "");
        QCOMPARE(cell(2, "No."), "3");
        m_language.setCode("zh_CN");
        QCOMPARE(cell(2, "信息"), "<已忽略>");
        m_language.setCode("en");
        QVERIFY(cell(2, "No.", Qt::AccessibleTextRole).contains("ignored"));
        QCOMPARE(rule(2), "");
        QVERIFY2(counts().contains("Ignored: 1"), qPrintable(counts()));
        m_window->applyFilter("icmp");
        settle();
        QVERIFY(model().rowOf(2) < 0); // it is not looked into
        QVERIFY(model().rowOf(3) >= 0);
        command(Command::IgnoreDisplayed).trigger();
        settle();
        QCOMPARE(model().rowCount(), 0);
        m_window->applyFilter("");
        settle();
        QCOMPARE(cell(3, "Info"), "<Ignored>");
        command(Command::UnignoreAll).trigger();
        settle();
        QVERIFY(cell(2, "Info").startsWith("Echo"));
        QVERIFY(!counts().contains("Ignored"));
    }

    void ignoredPacketsAreNotExported()
    {
        m_window->ignored().mark({0, 5});
        settle();
        PacketChoice choice(m_window->capture(), model(), m_window->marks(), {0, 1}, &m_window->ignored());
        using Which = PacketChoice::Which;
        using Of = PacketChoice::Of;
        const std::size_t all = m_window->capture().store().size();
        QCOMPARE(choice.count(Which::All, Of::Captured), all - 2);
        QCOMPARE(choice.rows(Which::All, Of::Displayed).size(), all - 2);
        QCOMPARE(choice.rows(Which::Selected, Of::Captured), std::vector<std::uint32_t>{1});
    }

    void timesAreShifted()
    {
        command(Command::TimeEpoch).trigger();
        const std::int64_t before = m_window->capture().store().time(4);
        m_window->amender().shift({}, TimeShift::by(-1'500'000'000));
        settle();
        QCOMPARE(m_window->capture().store().time(4), before - 1'500'000'000);
        const QString shifted = cell(4, "Time");
        m_window->applyFilter("frame.time_epoch == " + shifted);
        settle();
        QVERIFY(model().rowOf(4) >= 0);
        m_window->applyFilter("");
        m_window->amender().undoShifts({});
        settle();
        QVERIFY(cell(4, "Time") != shifted);
        QCOMPARE(m_window->capture().store().time(4), before);
        command(Command::TimeSinceFirst).trigger();
    }

    void theShiftDialog()
    {
        const OpenCapture &capture = m_window->capture();
        TimeShiftDialog dialog(capture, 2, false);
        QVERIFY(!dialog.shift());
        const QList<QLineEdit *> edits = dialog.findChildren<QLineEdit *>();
        const auto named = [&](const QString &name) {
            for (QWidget *one : dialog.findChildren<QWidget *>())
                if (one->accessibleName() == name)
                    return one;
            return static_cast<QWidget *>(nullptr);
        };
        auto *amount = qobject_cast<QLineEdit *>(named("By how much"));
        amount->setText("soon");
        QVERIFY(!dialog.shift());
        amount->setText("-00:00:01.5");
        QVERIFY(dialog.shift());
        QCOMPARE((*dialog.shift())(10'000'000'000), 8'500'000'000);
        QVERIFY(!dialog.interface());
        dialog.findChildren<QRadioButton *>().at(1)->setChecked(true); // the time of a packet
        QVERIFY(dialog.shift());
        QCOMPARE((*dialog.shift())(capture.store().time(2)), capture.store().time(2)); // what stands there is what it has
        qobject_cast<QLineEdit *>(named("Time that the packet should have"))->setText("2026-01-31 12:00:00.5Z");
        QCOMPARE((*dialog.shift())(capture.store().time(2)), 1'769'860'800'500'000'000);
    }

    void addressesGetNames()
    {
        m_window->applyFilter("overlay.tcp");
        settle();
        const int row = 0;
        const int packet = model().storeRow(row);
        m_window->selectPacket(packet + 1);
        const auto place = [&](const QString &title) {
            for (int column = 0; column < model().columnCount(); ++column)
                if (model().headerData(column, Qt::Horizontal).toString() == title)
                    return column;
            return -1;
        };
        const auto destination = [&] { return model().index(row, place("Destination")); };
        const QString called = destination().data().toString(); // by the hosts beside the capture
        command(Command::ResolveNetwork).setChecked(false);
        const QString address = destination().data().toString();
        QVERIFY2(IpAddress::parse(address.toStdString()), qPrintable(address));
        const auto standOnIt = [&] { list().selectionModel()->setCurrentIndex(destination(), QItemSelectionModel::NoUpdate); };
        standOnIt();
        name(address, " my  pod ");
        QVERIFY(command(Command::ResolveNetwork).isChecked());
        settle();
        QCOMPARE(destination().data().toString(), QString("my pod"));
        m_window->applyFilter("ip.addr == " + address); // names change nothing of what an address is
        settle();
        QVERIFY(model().rowCount() > 0);

        m_window->applyFilter("overlay.tcp");
        settle();
        m_window->selectPacket(packet + 1);
        standOnIt();
        name(address, "");
        settle();
        QCOMPARE(destination().data().toString(), called);
        QVERIFY(called != address);
        QVERIFY(m_window->capture().givenNames().empty());
    }

    void theInnermostAddressIsFirst()
    {
        m_window->applyFilter("overlay.tcp");
        settle();
        m_window->selectPacket(model().storeRow(0) + 1);
        const auto &tree = m_window->selection().tree();
        const auto all = addressesIn(m_window->selection(), -1);
        QCOMPARE(all.size(), std::size_t(4)); // two of the tunnel, two inside
        const auto valueOf = [&](Scope scope, std::string_view field) {
            const auto found = std::ranges::find_if(tree, [&](const TreeNode &node) { return node.scope == scope && node.field && node.field->name == field && node.field->show == Show::Ipv4; });
            return found == tree.end() ? std::string() : found->script;
        };
        QCOMPARE(all[0].text(), valueOf(Scope::Overlay, "src"));
        QCOMPARE(all[3].text(), valueOf(Scope::Underlay, "dst"));
        for (std::size_t node = 0; node < tree.size(); ++node)
            if (tree[node].scope == Scope::Underlay && tree[node].field && tree[node].field->name == "dst" && tree[node].field->show == Show::Ipv4)
                QCOMPARE(addressesIn(m_window->selection(), int(node)).front(), all[3]);
    }

    void aPacketHasAWindow()
    {
        m_window->selectPacket(3);
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(model().index(2, 0)).center());
        QTest::mouseDClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(model().index(2, 0)).center());
        const auto windows = [] {
            QList<PacketWindow *> all;
            for (QWidget *one : QApplication::topLevelWidgets())
                if (auto *window = qobject_cast<PacketWindow *>(one))
                    all << window;
            return all;
        };
        QCOMPARE(windows().size(), 1);
        PacketWindow &first = *windows().front();
        QVERIFY(first.windowTitle().startsWith("Packet 3"));
        QCOMPARE(QAccessible::queryAccessibleInterface(&first)->role(), QAccessible::Dialog); // a plain widget would be nothing that can be told from others
        m_window->selectPacket(9);
        QCOMPARE(first.selection().row(), 2); // it has a selection of its own
        command(Command::ShowPacketWindow).trigger();
        QCOMPARE(windows().size(), 2);
        command(Command::ShowPacketWindow).trigger(); // it is there
        QCOMPARE(windows().size(), 2);
        first.activateWindow(); // keys are its own only then
        QVERIFY(QTest::qWaitForWindowActive(&first));
        QTest::keyClick(&first, Qt::Key_Escape);
        QTRY_COMPARE(windows().size(), 1);
        m_window->open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/calico-ipip/captures/cn-master.eth0.pcapng")});
        QTRY_COMPARE(windows().size(), 0);
        settle();
    }

    void whatBelongsToTheSelectedPacket()
    {
        m_window->selectPacket(3); // an echo between two pods
        const auto relation = [&](int row) { return Belonging(model().index(row, 0).data(PacketListModel::relationRole).toInt()); };
        QCOMPARE(relation(2), Belonging::Selected);
        QCOMPARE(relation(3), Belonging::Response);
        QCOMPARE(relation(0), Belonging::None);
        QVERIFY(cell(3, "No.", Qt::AccessibleTextRole).contains("response to the selected packet"));
        const auto other = std::ranges::find_if(std::views::iota(4, model().rowCount()), [&](int row) { return relation(row) == Belonging::Conversation; });
        QVERIFY(other != std::views::iota(4, model().rowCount()).end()); // another echo
        QVERIFY(cell(*other, "No.", Qt::AccessibleTextRole).contains("same conversation"));
        m_window->selectPacket(4);
        QCOMPARE(relation(2), Belonging::Request);
        m_window->selectPacket(1);
        QCOMPARE(relation(3), Belonging::None);
    }

    void whatTheSelectedPacketNames()
    {
        const auto link = [](std::string_view name) {
            const auto field = test::registry().find(name).front();
            TreeNode node{.kind = TreeNode::Kind::Field, .scope = Scope::Native, .protocol = field.protocol, .field = field.field};
            node.raw.number = 7;
            return linkOf(node);
        };
        QCOMPARE(link("tcp.analysis.acks_frame")->relation, Belonging::Acknowledged);
        QCOMPARE(link("tcp.analysis.rto_frame")->relation, Belonging::Other);
        m_window->applyFilter("tcp.analysis.acks_frame");
        settle();
        QVERIFY(model().rowCount() > 0);
        m_window->selectPacket(model().storeRow(0) + 1);
        const auto &tree = m_window->selection().tree();
        const auto named = std::ranges::find_if(tree, [](const TreeNode &node) { return linkOf(node).has_value(); });
        QVERIFY(named != tree.end());
        m_window->applyFilter("");
        settle();
        const int row = model().rowOf(int(linkOf(*named)->number) - 1);
        QCOMPARE(Belonging(model().index(row, 0).data(PacketListModel::relationRole).toInt()), linkOf(*named)->relation);
        QVERIFY(cell(row, "No.", Qt::AccessibleTextRole).contains("acknowledged by the selected packet"));
    }

    void summariesAreCopied()
    {
        select({1, 3});
        const CopyMenu copy(m_window->capture(), panel());
        const QStringList lines = copy.summary(CopyMenu::Summary::Csv).split('\n');
        QCOMPARE(lines.size(), 4); // a line of titles, two packets, the end of the last line
        QVERIFY2(lines[0].startsWith("\"No.\",\"Time\","), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith("\"1\",\"0.000000000\","), qPrintable(lines[1]));
        QVERIFY(copy.summary(CopyMenu::Summary::Text).startsWith("1\t0.000000000\t"));
        QVERIFY(copy.summary(CopyMenu::Summary::Yaml).startsWith("- \"No.\": \"1\"\n  \"Time\": \"0.000000000\"\n"));
    }

    void bytesAreCopied()
    {
        select({1});
        CopyMenu copy(m_window->capture(), panel());
        QMenu menu;
        copy.fill(menu);
        for (QAction *action : menu.actions().at(0)->menu()->actions().last()->menu()->actions())
            if (action->text() == "as a Hex Stream")
                action->trigger();
        QVERIFY(QApplication::clipboard()->text().startsWith("ffffffffffff525400c2eedb0806"));
    }
};

QTEST_MAIN(TestPacketsWindow)
#include "tst_packetswindow.moc"
