#include "core/colours/colourrule.h"
#include "core/dissect/registry.h"
#include "ui/columns/columncontroller.h"
#include "ui/mainwindow.h"
#include "ui/options/optionsdialog.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/saving/filesetdialog.h"
#include "ui/saving/mergedialog.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMap>
#include <QMenu>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextDocumentFragment>
#include <QTextEdit>
#include <QTimer>

#include <algorithm>
#include <array>
#include <memory>

using namespace vethscope;

// In 简体中文 nothing of the window is in English: every widget, action, menu and dialog is walked over, and words in Latin letters are counted that are no terms.

namespace {

// What is called so in every language: glossary.md, names of programs, formats, kernels' and Kubernetes' words, keys.
const QSet<QString> terms = [] {
    QSet<QString> words;
    for (const QString &word : QStringLiteral(
             "Vethscope Wireshark tshark dumpcap VXLAN IPIP Geneve GRE WireGuard UDP TCP ICMP ARP DNS HTTP BGP IP IPv4 IPv6 MAC MTU TTL VNI VTEP FDB NAT DSCP ECN Ethernet Kubernetes K8s "
             "Pod Pods Service veth pair bridge Underlay Overlay underlay overlay CNI cni Calico Flannel flannel BIRD kubectl iptables nftables ipvs conntrack ip addr route neigh link ss "
             "pcap pcapng cap dmp CSV JSON YAML PDML SVG PNG PDF Markdown ASCII UTF HTML XML GPL later BPF FIFO MiB KiB MB GB kB ms ns us UTC Qt English or GNU General Public License "
             "Ctrl Alt Shift Enter Esc Tab Home End Del Backspace PgUp PgDown Left Right Up Down Space Return Ins Return NIC TAP TUN Linux Debian RFC IANA epoch Info No SLL VLAN GSO "
             "zip tar gz tgz txt md csv json pdml svg png pdf vethscope snapshot node pod api tos ToS ttl inherit DF df local dnsConfig ndots ethers fdb show brctl get nodes pods wide IFACE NODE FILE NAMESPACE POD eth hex R E")
                                     .split(QLatin1Char(' ')))
        words << word;
    return words;
}();

// A colour rule as the dialog lists it: what it is called is the file's, as Wireshark's names are.
bool isRule(const QString &text)
{
    return std::ranges::any_of(usualColourRules(), [&](const ColourRule &rule) {
        const QString name = QString::fromStdString(rule.name);
        return text == name || text == name + QStringLiteral(" — ") + QString::fromStdString(rule.filter);
    });
}

// A packet's line as Info has it, hosts' commands and lines: nobody translates these.
constexpr auto contentClasses = std::to_array<const char *>({"vethscope::FrameLine", "vethscope::CommandBox", "vethscope::EvidenceLine"});

// Widgets that show what captures and hosts say, and documents.
bool isContent(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || widget->inherits("QPlainTextEdit") || qobject_cast<const QFileDialog *>(widget) || widget->inherits("QPrintDialog")
        || std::ranges::any_of(contentClasses, [widget](const char *name) { return widget->inherits(name); });
}

bool isBelowContent(const QWidget *widget)
{
    for (const QWidget *one = widget; one; one = one->parentWidget())
        if (isContent(one))
            return true;
    return false;
}

} // namespace

class UntranslatedTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;
    QSet<QString> m_names;          // of protocols, fields and what the sample has
    QMap<QString, QString> m_found; // texts with words that are not translated, and where they were
    QSet<QString> m_seen;           // all texts that were looked at
    QSet<QString> m_dialogs;        // classes of those that were opened

    // The words in Latin letters that are no terms, nor identifiers: these have a digit or a sign within them.
    QStringList foreignWords(QString text) const
    {
        static const QRegularExpression identifiers(QStringLiteral("\\S*[A-Za-z0-9][._/:=|&*@#%{}<>\\-][A-Za-z0-9*.]\\S*|\\S*\\d\\S*|\\*\\.\\w+|<[^>]+>")), words(QStringLiteral("[A-Za-z]{2,}"));
        if (Qt::mightBeRichText(text))
            text = QTextDocumentFragment::fromHtml(text).toPlainText();
        static const QRegularExpression hostsLine(QStringLiteral("第 \\d+ 行：.*"));
        text.remove(hostsLine).remove(QChar(0x200B)).remove(QRegularExpression(QStringLiteral("\\(&.\\)"))).remove(QLatin1Char('&'));
        text.replace(identifiers, QStringLiteral(" "));
        QStringList foreign;
        for (auto found = words.globalMatch(text); found.hasNext();)
            if (const QString word = found.next().captured(); !terms.contains(word) && !m_names.contains(word.toLower()))
                foreign << word;
        return foreign;
    }

    void look(const QString &text, const QString &where)
    {
        if (text.trimmed().isEmpty() || isRule(text))
            return;
        m_seen << text;
        if (const QStringList words = foreignWords(text); !words.isEmpty())
            m_found[text] = where + QStringLiteral(" [") + words.join(QLatin1Char(' ')) + QLatin1Char(']');
    }

    void lookAtAction(const QAction &action, const QString &where)
    {
        look(action.text(), where + QStringLiteral(" action"));
        if (action.toolTip() != action.text())
            look(action.toolTip(), where + QStringLiteral(" tool tip"));
        if (const QMenu *menu = action.menu())
            for (const QAction *one : menu->actions())
                lookAtAction(*one, where + QStringLiteral(" ▸ ") + action.text());
    }

    void lookAtWidget(const QWidget &widget)
    {
        const QString where = QLatin1String(widget.metaObject()->className()) + (widget.objectName().isEmpty() ? QString() : QLatin1Char('#') + widget.objectName());
        if (isBelowContent(&widget))
            return;
        look(widget.windowTitle(), where + QStringLiteral(" title"));
        look(widget.toolTip(), where + QStringLiteral(" tool tip"));
        look(widget.accessibleName(), where + QStringLiteral(" accessible name"));
        look(widget.accessibleDescription(), where + QStringLiteral(" accessible description"));
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            look(label->text(), where);
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            look(button->text(), where);
        if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
            look(group->title(), where);
        if (const auto *spin = qobject_cast<const QSpinBox *>(&widget)) {
            look(spin->suffix(), where + QStringLiteral(" suffix"));
            look(spin->specialValueText(), where);
        }
        if (const auto *box = qobject_cast<const QComboBox *>(&widget))
            for (int i = 0; i < box->count(); ++i)
                look(box->itemText(i), where + QStringLiteral(" item"));
        if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
            for (int i = 0; i < tabs->count(); ++i)
                look(tabs->tabText(i), where);
        if (const auto *list = qobject_cast<const QListWidget *>(&widget))
            for (int i = 0; i < list->count(); ++i)
                look(list->item(i)->text(), where + QStringLiteral(" item"));
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model() && !qobject_cast<const QHeaderView *>(&widget))
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                look(view->model()->headerData(column, Qt::Horizontal).toString(), where + QStringLiteral(" heading"));
                look(view->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(), where + QStringLiteral(" heading's tool tip"));
            }
        for (const QAction *action : widget.actions())
            lookAtAction(*action, where);
    }

    void lookAtAll(QWidget &window)
    {
        lookAtWidget(window);
        for (QWidget *widget : window.findChildren<QWidget *>())
            lookAtWidget(*widget);
    }

    // Dialogs that an action opens are looked at and closed, one in another too.
    void trigger(QAction &action)
    {
        QTimer timer;
        int left = 40;
        connect(&timer, &QTimer::timeout, this, [&] {
            for (QWidget *top : QApplication::topLevelWidgets())
                if (top != m_window.get() && top->isVisible() && !qobject_cast<QMenu *>(top)) {
                    m_dialogs << QLatin1String(top->metaObject()->className());
                    lookAtAll(*top);
                    if (auto *dialog = qobject_cast<QDialog *>(top))
                        dialog->reject();
                    else
                        top->close();
                    left = 2;
                }
            --left;
        });
        timer.start(10);
        action.trigger();
        for (left = std::min(left, 6); left > 0;)
            QTest::qWait(10);
    }

    QString report() const
    {
        for (auto one = m_found.begin(); one != m_found.end(); ++one)
            qWarning("%s: %s", qPrintable(one.value()), qPrintable(one.key()));
        return QStringLiteral("%1 texts, named above").arg(m_found.size());
    }

private slots:
    void initTestCase()
    {
        m_language.setCode(QStringLiteral("zh_CN"));
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->resize(1280, 860);
        for (const Protocol *protocol : m_window->capture().registry().protocols()) {
            m_names << QString::fromUtf8(protocol->name.data(), qsizetype(protocol->name.size()));
            for (const QString &word : QString::fromUtf8(protocol->title.data(), qsizetype(protocol->title.size())).toLower().split(QLatin1Char(' ')))
                m_names << word;
        }
        for (const Protocol *protocol : m_window->capture().registry().protocols()) // labels of fields are Wireshark's in every language
            for (const Field &field : protocol->fields)
                for (const QString &word : QString::fromUtf8(field.label.data(), qsizetype(field.label.size())).toLower().split(QLatin1Char(' ')))
                    m_names << word;
        for (const char *device : {"eth", "flannel", "cni", "veth", "lo", "tunl", "master", "centos", "dual", "udp", "worker", "hosts", "router", "kube", "default", "tea", "web"})
            m_names << QString::fromLatin1(device);
        m_window->show();
    }

    void cleanup() { m_found.clear(); }

    void emptyWindow()
    {
        lookAtAll(*m_window);
        if (!m_found.isEmpty())
            QFAIL(qPrintable(report()));
    }

    // With a capture, its hosts, and every pane shown; then all that commands open.
    void everyCommand()
    {
        const QString sample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");
        m_window->open({sample});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 60000);
        m_window->selectPacket(9);
        const QSet<Command> notHere{Command::Quit, Command::CloseFile, Command::English, Command::Chinese, Command::StartCapture, Command::Reload};
        for (int group = int(CommandGroup::File); group <= int(CommandGroup::Help); ++group)
            for (QAction *action : m_window->commands().in(CommandGroup(group))) {
                const bool isLeftOut = std::ranges::any_of(notHere, [&](Command command) { return &m_window->commands()[command] == action; });
                if (!isLeftOut && action->isEnabled())
                    trigger(*action);
            }
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 60000);
        lookAtAll(*m_window);
        if (!m_found.isEmpty())
            QFAIL(qPrintable(report()));
        QVERIFY2(m_dialogs.size() >= 12, qPrintable(QStringList(m_dialogs.begin(), m_dialogs.end()).join(' ')));
        QVERIFY2(m_seen.size() > 500, qPrintable(QString::number(m_seen.size())));
    }

    void contextMenus()
    {
        QMenu list, tree, header;
        emit m_window->findChild<PacketListPanel *>()->contextMenuAboutToShow(&list);
        emit m_window->findChild<DetailPanel *>()->contextMenuAboutToShow(&tree, 6);
        m_window->findChild<ColumnController *>()->fillMenu(header, 4);
        for (const QMenu *menu : {&list, &tree, &header}) {
            QVERIFY(!menu->isEmpty());
            for (const QAction *action : menu->actions())
                lookAtAction(*action, QStringLiteral("context menu"));
        }
        if (!m_found.isEmpty())
            QFAIL(qPrintable(report()));
    }

    // The ones that need a file of their own kind to be opened.
    void otherDialogs()
    {
        FileSetDialog set({{"/x/a_00001_20260101120000.pcap"}, 0});
        MergeDialog merge({});
        lookAtAll(set);
        lookAtAll(merge);
        if (!m_found.isEmpty())
            QFAIL(qPrintable(report()));
    }

    // The test itself finds what is not translated.
    void findsEnglish()
    {
        QLabel label(QStringLiteral("Look at this"));
        lookAtAll(label);
        QCOMPARE(m_found.keys(), QStringList("Look at this"));
        QCOMPARE(foreignWords(QStringLiteral("底层网络（Underlay）的 VXLAN, ip.src == 10.0.0.1, tcp")), QStringList());
    }
};

QTEST_MAIN(UntranslatedTest)
#include "tst_untranslated.moc"
