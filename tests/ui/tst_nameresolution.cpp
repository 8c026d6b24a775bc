#include <QTest>

#include "core/names/nametable.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"
#include "ui/mainwindow.h"
#include "ui/models/packettreemodel.h"
#include "ui/names/nameresolution.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/packettreeview.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/statistics/trafficview.h"
#include "ui/windows/companionwindow.h"
#include "ui/windows/companionwindows.h"

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace vethscope;
using namespace vethscope::test;

// View ▸ Name Resolution: names of MAC addresses, IP addresses and ports, each by its own switch, and never in a filter.

namespace {

// ARP to everybody from a vendor's address; a TCP segment to port 80.
QByteArray packets()
{
    PcapFile file;
    file.packet(1000, 0, fromHex("ffffffffffff0050568208d10806 0001080006040001 0050568208d10a000001 0000000000000a000002"));
    file.packet(1001, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 6, tcp(40000, 80, 2))));
    file.packet(1002, 0, ethernet(ipv4("10.0.0.2", "10.0.0.1", 6, tcp(80, 40000, 18))));
    return file.bytes();
}

} // namespace

class NameResolutionTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Theme m_theme;
    Language m_language;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;

    QAction &command(Command command) const { return m_window->commands()[command]; }
    QString cell(int row, Column column) const { return m_window->listModel().index(row, int(column)).data().toString(); }
    // Of the cell's tooltip, what it says of the address.
    QStringList told(int row, Column column) const { return m_window->listModel().index(row, int(column)).data(Qt::ToolTipRole).toString().split('\n').filter(QRegularExpression("^(?!Colour rule|$)")); }
    QAbstractItemModel &tree() const { return *m_window->findChild<PacketTreeView *>()->model(); }

    QString valueOf(const QString &field) const
    {
        for (const QModelIndex &index : tree().match(tree().index(0, 0), Qt::DisplayRole, ".", -1, Qt::MatchRegularExpression | Qt::MatchRecursive))
            if (static_cast<const PacketTreeModel &>(tree()).fieldName(int(index.internalId())) == field)
                return index.siblingAtColumn(PacketTreeModel::Value).data().toString();
        return {};
    }

    SystemNameFiles files() const
    {
        const auto path = [this](const char *name) { return std::filesystem::path(m_folder.filePath(name).toStdString()); };
        return {.vendors = {path("manuf")}, .services = {path("services")}};
    }

    void makeWindow()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, *m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->open({m_folder.filePath("packets.pcap")});
        QTRY_VERIFY(m_window->isSettled());
    }

    void readFiles()
    {
        m_window->nameResolution().readLater(files());
        QTRY_VERIFY(m_window->isSettled());
    }

private slots:
    void initTestCase()
    {
        writeFile(m_folder, "packets.pcap", packets());
        writeFile(m_folder, "manuf", "00:50:56\tVMware\tVMware, Inc.\n");
        writeFile(m_folder, "services", "http 80/tcp\n");
    }

    void init()
    {
        m_preferences = std::make_unique<Preferences>(Preferences::Keep::Nothing);
        makeWindow();
    }

    void cleanup() { m_window.reset(); }

    void theMenu()
    {
        QStringList said;
        for (const QAction *view : m_window->menuBar()->actions())
            for (const QAction *entry : view->menu()->actions())
                if (entry->menu() && Commands::bare(entry->text()) == "Name Resolution")
                    for (const QAction *one : entry->menu()->actions())
                        said << QStringLiteral("%1 %2 %3").arg(Commands::bare(one->text()), one->isChecked() ? "on" : "off", one->shortcut().toString());
        QCOMPARE(said, QStringList({"Resolve Physical Addresses on ", "Resolve Network Addresses on Alt+N", "Resolve Transport Addresses off "}));
    }

    void physical()
    {
        QCOMPARE(cell(0, Column::Source), "00:50:56:82:08:d1");
        QCOMPARE(cell(0, Column::Destination), "Broadcast");
        QCOMPARE(told(0, Column::Destination), QStringList({"ff:ff:ff:ff:ff:ff", "A well-known address"}));
        readFiles();
        QCOMPARE(cell(0, Column::Source), "VMware_82:08:d1");
        QCOMPARE(told(0, Column::Source), QStringList({"00:50:56:82:08:d1", "Vendor: VMware, Inc."}));
        m_window->selectPacket(1);
        QCOMPARE(valueOf("eth.dst"), "ff:ff:ff:ff:ff:ff (Broadcast)");
        QCOMPARE(valueOf("arp.src.hw_mac"), "00:50:56:82:08:d1 (VMware_82:08:d1)");
        command(Command::ResolvePhysical).trigger();
        QCOMPARE(cell(0, Column::Source), "00:50:56:82:08:d1");
        QCOMPARE(cell(0, Column::Destination), "ff:ff:ff:ff:ff:ff");
        QCOMPARE(told(0, Column::Destination), QStringList());
        QCOMPARE(valueOf("eth.dst"), "ff:ff:ff:ff:ff:ff");
    }

    // A machine's own choice has no vendor.
    void bare()
    {
        readFiles();
        m_window->selectPacket(2);
        QCOMPARE(valueOf("eth.src"), "02:00:00:00:00:01");
    }

    void transport()
    {
        readFiles();
        m_window->selectPacket(2);
        QCOMPARE(valueOf("tcp.dstport"), "80");
        QVERIFY2(cell(1, Column::Info).startsWith("40000 → 80 [SYN]"), qPrintable(cell(1, Column::Info)));
        command(Command::ResolveTransport).trigger();
        QVERIFY2(cell(1, Column::Info).startsWith("40000 → http(80) [SYN]"), qPrintable(cell(1, Column::Info)));
        QVERIFY2(cell(2, Column::Info).contains("http(80) → 40000 [SYN, ACK]"), qPrintable(cell(2, Column::Info)));
        QCOMPARE(valueOf("tcp.dstport"), "80 (http)");
        QCOMPARE(valueOf("tcp.srcport"), "40000");
        auto &panel = *m_window->findChild<PacketListPanel *>();
        auto columns = panel.columns();
        columns.push_back({.column = Column::Field, .expression = "tcp.dstport || udp.dstport"});
        panel.setColumns(columns);
        const int place = m_window->listModel().columnCount() - 1;
        QCOMPARE(m_window->listModel().index(1, place).data().toString(), "http (80)");
        QCOMPARE(m_window->listModel().index(2, place).data().toString(), "40000");
    }

    void conversations()
    {
        readFiles();
        command(Command::ResolveTransport).trigger();
        CompanionWindow &window = m_window->windows().show("endpoints");
        QTRY_VERIFY(!window.isBusy());
        const auto said = [&](TrafficKind kind) {
            QStringList cells;
            for (const TrafficView *view : window.findChildren<TrafficView *>())
                if (view->rows().kind() == kind)
                    for (int row = 0; row < view->rows().rowCount(); ++row)
                        for (int column = 1; column < 3; ++column)
                            cells << view->rows().index(row, column).data().toString();
            return cells;
        };
        QTRY_VERIFY(said(TrafficKind::Tcp).contains("http"));
        QVERIFY(said(TrafficKind::Tcp).contains("40000"));
        QVERIFY(said(TrafficKind::Ethernet).contains("Broadcast"));
        command(Command::ResolveTransport).trigger();
        command(Command::ResolvePhysical).trigger();
        QVERIFY(said(TrafficKind::Tcp).contains("80"));
        QVERIFY(said(TrafficKind::Ethernet).contains("ff:ff:ff:ff:ff:ff"));
    }

    void filtersKnowNumbers()
    {
        readFiles();
        command(Command::ResolveTransport).trigger();
        for (const auto &[filter, rows] : {std::pair("tcp.dstport == 80", 1), {"eth.dst == ff:ff:ff:ff:ff:ff", 1}, {"tcp.port == 80", 2}}) {
            m_window->applyFilter(filter);
            QTRY_VERIFY(m_window->isSettled());
            QCOMPARE(m_window->listModel().rowCount(), rows);
        }
    }

    void networkIsApart()
    {
        QVERIFY(!command(Command::ResolveNetwork).isEnabled()); // nobody has named any
        const_cast<OpenCapture &>(m_window->capture()).nameAddress(*IpAddress::parse("10.0.0.2"), "server");
        QVERIFY(command(Command::ResolveNetwork).isEnabled());
        QCOMPARE(cell(1, Column::Destination), "server");
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::AltModifier);
        QCOMPARE(cell(1, Column::Destination), "10.0.0.2");
        QCOMPARE(cell(0, Column::Destination), "Broadcast");
    }

    // Of the profile, and from one run to the next.
    void theChoiceIsKept()
    {
        command(Command::ResolvePhysical).trigger();
        command(Command::ResolveTransport).trigger();
        m_window.reset();
        makeWindow();
        QVERIFY(!command(Command::ResolvePhysical).isChecked() && command(Command::ResolveTransport).isChecked());
        QCOMPARE(cell(0, Column::Destination), "ff:ff:ff:ff:ff:ff");
        m_preferences->setProfile("Another");
        QVERIFY(command(Command::ResolvePhysical).isChecked() && !command(Command::ResolveTransport).isChecked());
        QCOMPARE(cell(0, Column::Destination), "Broadcast");
        m_preferences->setProfile(Preferences::usualProfile);
        QVERIFY(!command(Command::ResolvePhysical).isChecked());
    }

    // Who shows numbers alone reads no tables, until names are wanted.
    void readWhenWanted()
    {
        command(Command::ResolvePhysical).trigger();
        m_window->nameResolution().readLater(files());
        QVERIFY(!m_window->nameResolution().isBusy());
        command(Command::ResolvePhysical).trigger();
        QVERIFY(m_window->nameResolution().isBusy());
        QTRY_COMPARE(cell(0, Column::Source), "VMware_82:08:d1");
    }
};

QTEST_MAIN(NameResolutionTest)
#include "tst_nameresolution.moc"
