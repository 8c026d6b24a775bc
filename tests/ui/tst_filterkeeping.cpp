#include "core/dissect/registry.h"
#include "tests/support/packets.h"
#include "ui/bytes/bytesexport.h"
#include "ui/filters/completionpopup.h"
#include "ui/filters/filterbar.h"
#include "ui/filters/filterbookmarks.h"
#include "ui/filters/filterbuttons.h"
#include "ui/filters/filteredit.h"
#include "ui/filters/filterkeeper.h"
#include "ui/filters/keptfilterdialog.h"
#include "ui/filters/keptfiltersdialog.h"
#include "ui/filters/proposals.h"
#include "ui/help/fieldreference.h"
#include "ui/help/fieldtable.h"
#include "ui/help/helpwindow.h"
#include "ui/help/widgetkeys.h"
#include "ui/mainwindow.h"
#include "ui/models/packettreemodel.h"
#include "ui/panels/detailpanel.h"
#include "ui/shared/commands.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace vethscope;
using namespace vethscope::test;

// Filters that are kept, and what the filter line proposes, in a window with a capture.
class FilterKeepingTest : public QObject
{
    Q_OBJECT

    using Kind = KeptFilters::Kind;

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    FilterBar &bar() const { return *m_window->findChild<FilterBar *>(); }
    FilterEdit &edit() const { return *bar().findChild<FilterEdit *>(); }
    CompletionPopup &popup() const { return *m_window->findChild<CompletionPopup *>(); }
    FilterButtons &buttons() const { return *m_window->findChild<FilterButtons *>(); }
    FilterBookmarks &bookmarks() const { return *bar().findChild<FilterBookmarks *>(); }
    KeptFilters &kept() const { return bar().keeper().filters(); }

    void type(const QString &text)
    {
        bar().focusEdit();
        edit().clear();
        QTest::keyClicks(&edit(), text);
    }

    QStringList proposed() const
    {
        QStringList all;
        for (int row = 0; popup().isVisible() && row < popup().model()->rowCount(); ++row)
            all << popup().model()->index(row, 0).data().toString();
        return all;
    }

    QString meaning(const QString &text) const
    {
        for (int row = 0; row < popup().model()->rowCount(); ++row)
            if (popup().model()->index(row, 0).data().toString() == text)
                return popup().model()->index(row, 0).data(Qt::UserRole).toString().remove(QChar(0x202f));
        return "not proposed";
    }

    static QAction *action(const QList<QAction *> &actions, const QString &title)
    {
        for (QAction *one : actions)
            if (one->text().remove('&').section('\t', 0, 0) == title)
                return one;
        return nullptr;
    }

    QMenu &openedBookmarks() const
    {
        emit bookmarks().menu()->aboutToShow();
        return *bookmarks().menu();
    }

private slots:
    void init()
    {
        for (const QString &key : {preference::savedFilters, preference::filterButtons, preference::recentFilters})
            m_preferences.setValue(key, QStringList());
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->resize(1280, 860);
        m_window->show();
        m_window->open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng")});
        QTRY_VERIFY(m_window->isSettled());
    }

    void cleanup() { m_window.reset(); }

    // habits.md H4, and values with what they stand for.
    void proposes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("among");
        QTest::newRow("a protocol") << "vx" << QStringList{"vxlan"};
        QTest::newRow("its fields") << "vxlan." << QStringList{"vxlan.vni", "vxlan.flags"};
        QTest::newRow("a field") << "ip.sr" << QStringList{"ip.src"};
        QTest::newRow("a function") << "upp" << QStringList{"upper("};
        QTest::newRow("functions behind names") << "tcp && le" << QStringList{"len("};
        QTest::newRow("a flag") << "tcp.flags.syn == " << QStringList{"1", "0"};
        QTest::newRow("words") << "arp.opcode == " << QStringList{"request", "reply"};
        QTest::newRow("words by their beginning") << "arp.opcode == rep" << QStringList{"reply"};
        QTest::newRow("words by their number") << "arp.opcode == 2" << QStringList{"reply"};
        QTest::newRow("a number that was seen") << "vxlan.vni == " << QStringList{"1"};
        QTest::newRow("in a set") << "tcp.flags.syn in {" << QStringList{"1", "0"};
        QTest::newRow("of one scope") << "overlay.ip.dst == 10.244.1" << QStringList{"10.244.1.3"};
    }

    void proposes()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, among);
        type(typed);
        for (const QString &one : among)
            QVERIFY2(proposed().contains(one), qPrintable(one + " is not among " + proposed().join(' ')));
    }

    void valuesTellWhatTheyAre()
    {
        type("arp.opcode == ");
        QVERIFY2(meaning("request").startsWith("1 · in ") || meaning("request") == "1", qPrintable(meaning("request")));
        type("vxlan.vni == ");
        QVERIFY2(meaning("1").startsWith("in ") && meaning("1").contains(" packets"), qPrintable(meaning("1")));
        type("tcp.flags.syn == ");
        QVERIFY2(meaning("1").contains("Set"), qPrintable(meaning("1")));
        type("vx");
        QCOMPARE(meaning("vxlan"), "Virtual eXtensible LAN");
        type("vxlan.");
        QCOMPARE(meaning("vxlan.vni"), "VXLAN Network Identifier (VNI) · Virtual eXtensible LAN");
        type("upp");
        QCOMPARE(meaning("upper("), "the text in capital letters");
    }

    // Pods are found by their names, and what is written is the address, which is what the packets have.
    void addressesByTheirNames()
    {
        m_window->importSnapshots({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan")});
        QTRY_VERIFY(m_window->isSettled());
        type("overlay.ip.dst == ");
        int named = 0;
        const QStringList all = proposed();
        QVERIFY(!all.isEmpty());
        QString name;
        for (const QString &address : all)
            if (const QStringList parts = meaning(address).split(" · "); parts.size() > 1) {
                ++named;
                name = parts.front();
            }
        QVERIFY2(named > 0, qPrintable(all.join(' ')));
        type("overlay.ip.dst == " + name.left(3));
        QVERIFY(!proposed().isEmpty());
        for (const QString &address : proposed())
            QVERIFY2(meaning(address).contains(name.left(3), Qt::CaseInsensitive), qPrintable(address));
        type("k8s.dst.pod == ");
        QVERIFY(!proposed().isEmpty());
        QVERIFY2(proposed().front().startsWith('"'), qPrintable(proposed().front()));
    }

    void tabWritesAValue()
    {
        type("arp.opcode == req");
        QTest::keyClick(&edit(), Qt::Key_Tab);
        QCOMPARE(bar().expression(), "arp.opcode == request");
        QCOMPARE(bar().property("state").toString(), "valid");
        QVERIFY(!popup().isVisible());
    }

    void escapeKeepsTheText()
    {
        type("tcp.flags.syn == ");
        QVERIFY(popup().isVisible());
        QTest::keyClick(&edit(), Qt::Key_Escape);
        QVERIFY(!popup().isVisible());
        QCOMPARE(bar().expression(), "tcp.flags.syn == ");
    }

    void keptAndRecentFiltersAreProposed()
    {
        kept().add(Kind::Saved, {.name = "web traffic", .expression = "tcp.port == 80"});
        bar().use("tcp.port in {80, 443}");
        type("tcp.port ");
        QVERIFY(proposed().contains("tcp.port == 80") && proposed().contains("tcp.port in {80, 443}"));
        QCOMPARE(meaning("tcp.port == 80"), "saved filter · web traffic");
        type("web");
        QTest::keyClick(&edit(), Qt::Key_Down);
        QTest::keyClick(&edit(), Qt::Key_Return);
        QCOMPARE(bar().expression(), "tcp.port == 80");
    }

    // Whatever is proposed for a field with words is a filter.
    void everyWordIsAFilter()
    {
        const Registry &registry = test::registry();
        const Proposals proposals(registry);
        int words = 0;
        for (const std::string_view name : registry.names()) {
            const auto fields = registry.find(name);
            if (fields.empty() || !fields.front().field || fields.front().field->names.empty())
                continue;
            const QString written = QString::fromUtf8(name.data(), qsizetype(name.size())) + " == ";
            for (const Proposal &one : proposals.at(written, int(written.size()))) {
                const QString filter = written + one.text;
                const auto compiled = Filter::compile(filter.toStdString(), registry);
                QVERIFY2(compiled, qPrintable(filter));
                ++words;
            }
        }
        QVERIFY2(words > 1000, qPrintable(QString::number(words)));
    }

    void savesFromTheBookmark()
    {
        bar().setExpression("vxlan.vni == 1");
        QCOMPARE(bookmarks().text(), "☆");
        QTimer::singleShot(0, this, [] {
            auto *dialog = qobject_cast<KeptFilterDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto *line = dialog->findChildren<QLineEdit *>().front();
            QVERIFY(!dialog->findChild<DialogButtons *>()->acceptButton().isEnabled()); // it has no name yet
            const QImage picture = dialog->grab().toImage(); // the line has a frame, though the filter bar's own line has none
            QVERIFY(picture.pixel(line->x(), line->geometry().center().y()) != picture.pixel(line->x() - 3, line->geometry().center().y()));
            line->setText("VNI 1");
            dialog->findChild<DialogButtons *>()->acceptButton().click();
        });
        action(openedBookmarks().actions(), "Save This Filter…")->trigger();
        QCOMPARE(kept().all(Kind::Saved), (std::vector<KeptFilter>{{.name = "VNI 1", .expression = "vxlan.vni == 1"}}));
        QCOMPARE(bookmarks().text(), "★");
        bar().use({});
        action(openedBookmarks().actions(), "VNI 1")->trigger();
        QCOMPARE(bar().expression(), "vxlan.vni == 1");
        QCOMPARE(QString::fromStdString(m_window->listModel().filter().expression()), "vxlan.vni == 1");
        action(openedBookmarks().actions(), "Remove “VNI 1”")->trigger();
        QVERIFY(kept().all(Kind::Saved).empty());
        QVERIFY(!action(openedBookmarks().actions(), "No saved filters")->isEnabled());
    }

    void brokenOnesTellWhy()
    {
        kept().add(Kind::Saved, {.name = "old", .expression = "nosuchfield == 1"});
        kept().add(Kind::Button, {.name = "older", .expression = "tcp.port =="});
        QAction *old = action(openedBookmarks().actions(), "⚠ old");
        QVERIFY(old);
        QVERIFY2(old->toolTip().contains("nosuchfield"), qPrintable(old->toolTip()));
        old->trigger();
        QCOMPARE(bar().property("state").toString(), "invalid");
        QVERIFY(action(buttons().actions(), "⚠ older"));
        KeptFiltersDialog dialog(Kind::Saved, kept().all(Kind::Saved), bar().keeper().registry());
        QVERIFY(dialog.findChild<QLabel *>()->text().startsWith("“old” is no filter any more: "));
    }

    void buttonsAndGroups()
    {
        kept().set(Kind::Button, {{"VXLAN", "vxlan", "", true}, {"Tunnels // IPIP", "ipip", "Calico", true}, {"Tunnels//GRE", "gre", "", true}, {"hidden", "tcp", "", false}});
        QVERIFY(buttons().isVisible());
        QStringList titles;
        for (const QAction *one : buttons().actions())
            titles << one->text();
        QCOMPARE(titles, (QStringList{"VXLAN", "Tunnels"}));
        const QMenu *group = buttons().actions()[1]->menu();
        QVERIFY(group);
        QCOMPARE(group->actions().size(), 2);
        QCOMPARE(group->actions()[0]->text(), "IPIP");
        QCOMPARE(group->actions()[0]->toolTip(), "Calico\nipip");
        buttons().actions()[0]->trigger();
        QCOMPARE(bar().expression(), "vxlan");
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(m_window->listModel().rowCount() > 0);
        kept().set(Kind::Button, {});
        QVERIFY(!buttons().isVisible());
    }

    void plusMakesAButton()
    {
        bar().setExpression("icmp");
        QTimer::singleShot(0, this, [] {
            auto *dialog = qobject_cast<KeptFilterDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->findChildren<QLineEdit *>().front()->setText("Ping");
            dialog->findChild<DialogButtons *>()->acceptButton().click();
        });
        for (QToolButton *button : bar().findChildren<QToolButton *>())
            if (button->accessibleName() == "Add a filter button")
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(kept().all(Kind::Button), (std::vector<KeptFilter>{{.name = "Ping", .expression = "icmp"}}));
        QVERIFY(action(buttons().actions(), "Ping"));
    }

    void manages()
    {
        KeptFiltersDialog dialog(Kind::Button, {{"a", "tcp", "", true}, {"b", "udp", "", true}}, bar().keeper().registry());
        auto *list = dialog.findChild<QTreeWidget *>();
        const auto press = [&](const char *title) {
            for (QPushButton *button : dialog.findChildren<QPushButton *>())
                if (button->text().remove('&') == title)
                    button->click();
        };
        press("Move Down");
        QCOMPARE(dialog.filters().front().name, "b");
        list->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        QVERIFY(!dialog.filters().front().isShown);
        press("Remove"); // the current one is "a", which went down
        QCOMPARE(dialog.filters(), (std::vector<KeptFilter>{{"b", "udp", "", false}}));
        QTemporaryDir folder;
        QFile file(folder.filePath("dfilters"));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("\"TCP only\" tcp\n\"b\" udp\nnonsense\n");
        file.close();
        dialog.importFile(file.fileName());
        QCOMPARE(dialog.filters().size(), std::size_t(2));
        QCOMPARE(dialog.filters()[1].name, "TCP only");
        QCOMPARE(dialog.findChild<QLabel *>()->text(), "1 filters were added, 1 were there already.\nline 3 is no saved filter and was left out: nonsense");
        dialog.importFile(folder.filePath("nothing"));
        QVERIFY(dialog.findChild<QLabel *>()->text().contains("cannot be read"));
    }

    // From a later version, or half written: what is understood is used, the rest stays.
    void whatIsNotUnderstoodStays()
    {
        m_preferences.setValue(preference::savedFilters, QStringList{"{\"name\":\"a\",\"filter\":\"tcp\",\"new\":1}", "{\"name\":\"half"});
        QCOMPARE(kept().all(Kind::Saved).size(), std::size_t(1));
        kept().add(Kind::Saved, {.name = "b", .expression = "udp"});
        QCOMPARE(kept().all(Kind::Saved).size(), std::size_t(2));
        QVERIFY(m_preferences.list(preference::savedFilters).contains("{\"name\":\"half"));
    }

    // View ▸ Details as a Flat List: at once, and at the next start.
    void flatIsKept()
    {
        m_window->selectPacket(4);
        const PacketTreeModel &tree = m_window->findChild<DetailPanel *>()->model();
        const int nested = tree.rowCount();
        m_window->commands()[Command::FlatTree].trigger();
        QVERIFY(tree.isFlat());
        QVERIFY(tree.rowCount() > nested);
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        QVERIFY(m_window->findChild<DetailPanel *>()->model().isFlat());
        m_window->commands()[Command::FlatTree].trigger();
        QVERIFY(!m_preferences.value(preference::flatTree).toBool());
    }

    void saysWhereNothingIsLinkedOrExported()
    {
        const auto message = [this] { return m_window->findChild<MessageBar *>()->text(); };
        m_window->selectPacket(4);
        m_window->commands()[Command::GoToLinked].trigger();
        QCOMPARE(message(), "The selected row of the tree points to no other packet.");
        m_window->selection().setNode(-1);
        m_window->commands()[Command::ExportBytes].trigger();
        QVERIFY(message().startsWith("Select a header or a field"));
    }

    void bytesAreWrittenAsTheyAre()
    {
        QTemporaryDir folder;
        const QByteArray raw("a\0\xff\n", 4);
        const Bytes bytes = asBytes(std::string_view(raw.constData(), 4));
        QCOMPARE(writeBytes(bytes, folder.filePath("field.bin")).problem, QString());
        QFile file(folder.filePath("field.bin"));
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), raw);
        QVERIFY(writeBytes(bytes, folder.filePath("nowhere/field.bin")).problem.contains("cannot be written"));
    }

    // Each shortcut of a command and each key of a widget once in the sheet.
    void theShortcutSheetIsComplete()
    {
        const QString sheet = HelpWindow::shortcuts(m_window->commands()).html;
        int keys = 0;
        for (int group = 0; group <= int(CommandGroup::Help); ++group)
            for (const QAction *action : m_window->commands().in(CommandGroup(group)))
                for (const QKeySequence &sequence : action->shortcuts()) {
                    QVERIFY2(sheet.contains(sequence.toString(QKeySequence::NativeText).toHtmlEscaped()), qPrintable(action->text()));
                    ++keys;
                }
        QVERIFY(keys > 50);
        for (const WidgetKeys &part : widgetKeys())
            for (const auto &[key, what] : part.keys)
                QVERIFY2(!key.isEmpty() && sheet.contains(key.toHtmlEscaped()) && sheet.contains(what.toHtmlEscaped()), qPrintable(what));
        QVERIFY(sheet.contains("Alt+Left") && sheet.contains("Ctrl+Alt+1"));
    }

    // A line's end inside a Chinese sentence would be shown as a space; what is a block of its own stays one.
    void theChineseManualHasNoBreaksInSentences()
    {
        const QString text = HelpWindow::manual("zh_CN").markdown;
        QVERIFY(text.contains(QString::fromUtf8("每个头部按它所服务的网络着色")));
        QVERIFY(text.contains(QString::fromUtf8("即可使用。*文件 ▸ 打开示例*")));
        QFile file(":/manual/zh_CN.md");
        QVERIFY(file.open(QFile::ReadOnly));
        const QString written = QString::fromUtf8(file.readAll());
        for (const char *block : {"\n#", "\n- ", "\n| ", "\n```", "\n\n"})
            QCOMPARE(text.count(block), written.count(block));
    }

    void theManualLeadsToTheFields()
    {
        m_window->commands()[Command::Manual].trigger();
        auto *manual = m_window->findChild<HelpWindow *>();
        QVERIFY(manual);
        emit manual->findChild<QTextBrowser *>()->anchorClicked(QUrl("vethscope:fields"));
        auto *fields = m_window->findChild<FieldReference *>();
        QVERIFY(fields && fields->isVisible());
        auto *view = fields->findChild<QTableView *>();
        fields->findChild<QLineEdit *>()->setText("vxlan identifier");
        QCOMPARE(view->model()->rowCount(), 1);
        view->setCurrentIndex(view->model()->index(0, 0));
        emit view->activated(view->currentIndex());
        QCOMPARE(bar().expression(), "vxlan.vni");
    }

    // Every name that filters know, with something to say of each.
    void fieldsAreAllInTheReference()
    {
        const FieldTable table(test::registry());
        const auto names = test::registry().names();
        QCOMPARE(table.rowCount(), int(names.size()));
        for (int row = 0; row < table.rowCount(); ++row) {
            QCOMPARE(table.index(row, FieldTable::Name).data().toString().toStdString(), std::string(names[std::size_t(row)]));
            for (const FieldTable::Part part : {FieldTable::Type, FieldTable::ProtocolTitle})
                QVERIFY2(!table.index(row, part).data().toString().isEmpty(), names[std::size_t(row)].data());
        }
        const auto found = table.match(table.index(0, 0), Qt::DisplayRole, "ip.addr", 1, Qt::MatchExactly);
        QCOMPARE(found.front().siblingAtColumn(FieldTable::Label).data().toString(), "any of ip.src, ip.dst");
        const auto opcode = table.match(table.index(0, 0), Qt::DisplayRole, "arp.opcode", 1, Qt::MatchExactly);
        QVERIFY(opcode.front().siblingAtColumn(FieldTable::Values).data().toString().startsWith("1 request, 2 reply"));
    }
};

QTEST_MAIN(FilterKeepingTest)
#include "tst_filterkeeping.moc"
