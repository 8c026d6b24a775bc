#include "core/names/portnames.h"
#include "core/names/systemnames.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope;

// What ports are called by a text as services(5) and Wireshark have it, and from which files names are read.

namespace {

const char services[] = "# services\n"
                        "domain\t\t53/tcp\n"
                        "domain\t\t53/udp nameserver\n"
                        "  http 80/tcp/udp/sctp www # World Wide Web\r\n"
                        "x11\t6000-6063/tcp\n"
                        "first 7000/tcp\n"
                        "last 7000/tcp\n"
                        "echo 4/ddp\n"
                        "zero 0/tcp\n"
                        "beyond 65536/tcp\n"
                        "endless 65530-65536/tcp\n"
                        "turned 9-7/tcp\n"
                        "nothing\n"
                        "no/number x/tcp\n"
                        "end 65535/tcp";

} // namespace

class TestPortNames : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<int>("transport");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *situation, Transport transport, int port, const char *name) { QTest::newRow(situation) << int(transport) << port << QString(name); };
        row("one protocol a line", Transport::Tcp, 53, "domain");
        row("with another word", Transport::Udp, 53, "domain");
        row("not of this protocol", Transport::Sctp, 53, "");
        row("several protocols a line", Transport::Sctp, 80, "http");
        row("the first of many ports", Transport::Tcp, 6000, "x11");
        row("the last", Transport::Tcp, 6063, "x11");
        row("behind it", Transport::Tcp, 6064, "");
        row("the last name counts", Transport::Tcp, 7000, "last");
        row("another protocol", Transport::Tcp, 4, "");
        row("port 0", Transport::Tcp, 0, "");
        row("no port", Transport::Tcp, 65530, "");
        row("from high to low", Transport::Tcp, 8, "");
        row("the last line without an end", Transport::Tcp, 65535, "end");
    }

    void names()
    {
        QFETCH(int, transport);
        QFETCH(int, port);
        static const PortNames table(services);
        const std::string_view name = table.nameOf(Transport(transport), static_cast<std::uint16_t>(port));
        QTEST(QString::fromUtf8(name.data(), qsizetype(name.size())), "name");
    }

    void files()
    {
        QTemporaryDir folder;
        const auto write = [&](const char *name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
        };
        const auto path = [&](const char *name) { return std::filesystem::path(folder.filePath(name).toStdString()); };
        write("manuf", "00:50:56\tVMware\n");
        write("other", "00:50:56\tOther\n");
        write("ethers", "00:50:56:00:00:01 gateway\n");
        write("services", services);
        const MacAddress gateway = MacAddress::parse("00:50:56:00:00:01").value(), beside = MacAddress::parse("00:50:56:00:00:02").value();

        const auto names = readSystemNames({.vendors = {path("absent"), folder.path().toStdString(), path("manuf"), path("other")}, .ethers = {path("ethers")}, .services = {path("services")}});
        QCOMPARE(names->ethers.find(gateway).value().text, std::string("gateway"));
        QCOMPARE(names->ethers.find(beside).value().text, std::string("VMware_00:00:02"));
        QCOMPARE(names->ports.nameOf(Transport::Tcp, 80), std::string_view("http"));

        const auto nothing = readSystemNames({.vendors = {path("absent")}});
        QVERIFY(!nothing->ethers.find(gateway));
        QVERIFY(nothing->ethers.find(MacAddress::parse("ff:ff:ff:ff:ff:ff").value()));
        QVERIFY(nothing->ports.nameOf(Transport::Tcp, 80).empty());
        QVERIFY(!SystemNameFiles::here().services.empty());
    }
};

QTEST_GUILESS_MAIN(TestPortNames)
#include "tst_portnames.moc"
