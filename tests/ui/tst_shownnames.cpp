#include <QTest>

#include "core/names/nametable.h"
#include "core/protocols/protocols.h"
#include "tests/support/capturefile.h"
#include "tests/support/stack.h"
#include "ui/bytes/hexpanel.h"
#include "ui/filters/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/models/packettreemodel.h"
#include "ui/panels/boxesstrip.h"
#include "ui/panels/comparecell.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/packettreeview.h"
#include "ui/panels/statuspanel.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHelpEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMap>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QToolTip>

using namespace vethscope;
using namespace vethscope::test;

// Names instead of addresses in the window: beside the truth that the lab wrote from the network namespaces, and without
// losing what the user is at.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

// What stands in the place of an address, in this sample; nothing for what several machines have.
// Of which a link-local address was made (RFC 4291, appendix A); nothing for others.
QString macIn(const QString &address)
{
    const auto ip = IpAddress::parse(address.toStdString());
    if (!ip || !ip->isLinkLocal() || !ip->isV6())
        return {};
    const auto bytes = ip->bytes();
    QStringList parts;
    for (const int place : {8, 9, 10, 13, 14, 15})
        parts << QString("%1").arg(std::uint8_t(bytes[std::size_t(place)]) ^ (place == 8 ? 2 : 0), 2, 16, QChar('0'));
    return parts.join(':');
}

QMap<QString, QString> namesIn(const QString &sample)
{
    const QJsonObject truth = QJsonDocument::fromJson(contents(samples + sample + "/truth.json")).object();
    QMap<QString, QString> names;
    QMap<QString, QString> owners;
    const auto put = [&](const QString &address, const QString &owner, const QString &name) {
        if (address.startsWith("127.") || address == "::1" || address.isEmpty() || address == "00:00:00:00:00:00")
            return;
        if (!owners.contains(address))
            names[address] = name;
        else if (owners[address] != owner)
            names[address].clear();
        owners.insert(address, owner);
    };
    for (const QJsonValue &node : truth["nodes"].toArray())
        for (const QJsonValue &interface : node["interfaces"].toArray()) {
            const QString name = node["name"].toString() + ' ' + interface["name"].toString();
            for (const QJsonValue &address : interface["addresses"].toArray())
                put(address.toString().section('/', 0, 0), node["name"].toString(), name);
            put(interface["mac"].toString(), node["name"].toString(), name);
        }
    for (const QJsonValue &pod : truth["pods"].toArray()) {
        const QString where = pod["namespace"].toString();
        const QString name = (where == "default" ? QString() : where + '/') + pod["name"].toString();
        for (const QJsonValue &address : pod["addresses"].toArray())
            put(address.toString(), "pod " + name, name);
        put(pod["mac"].toString(), "pod " + name, name);
    }
    return names;
}

// VXLAN on a port of its own, with a frame inside that no check knows.
const QByteArray unusualTunnel = ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, 9999, vxlan(1, ethernet("123456", 0x88cc)))));

const char unusualHost[] = "[root@n1 ~]# ip -d link show flannel.1\n"
                           "4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default\n"
                           "    link/ether 2a:3c:a0:e1:a9:b6 brd ff:ff:ff:ff:ff:ff promiscuity 0\n"
                           "    vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 9999 nolearning ttl auto ageing 300\n";

} // namespace

class ShownNamesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    const PacketListModel &list() const { return m_window->listModel(); }
    QTableView &view() const { return m_window->findChild<PacketListPanel *>()->view(); }
    QAction &showNames() const { return m_window->commands()[Command::ResolveNetwork]; }
    void toggleNames() const
    {
        showNames().trigger();
        m_window->commands()[Command::ResolvePhysical].trigger();
    }
    QAbstractItemModel &tree() const { return *m_window->findChild<PacketTreeView *>()->model(); }

    QString cell(int row, Column column, int role = Qt::DisplayRole) const { return list().index(row, int(column)).data(role).toString(); }

    QStringList rowsShown() const
    {
        QStringList rows;
        for (int row = 0; row < list().rowCount(); ++row)
            rows << QString::number(list().storeRow(row));
        return rows;
    }

    void openSample(const QString &path)
    {
        m_window->open({samples + path});
        QTRY_VERIFY(m_window->isSettled());
    }

    // The same packets where no sample's hosts are beside them.
    void openWithoutHosts(const QString &path)
    {
        m_window->open({writeFile(m_folder, QFileInfo(path).fileName(), contents(samples + path))});
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(!m_window->snapshots().cluster());
    }

    void filter(const QString &expression)
    {
        m_window->applyFilter(expression);
        QTRY_VERIFY(m_window->isSettled());
    }

    // The tree's rows of the field, as they are shown.
    QStringList shownRows(const QString &field, int role = PacketTreeModel::SentenceRole) const
    {
        QStringList rows;
        for (const QModelIndex &index : tree().match(tree().index(0, 0), Qt::DisplayRole, ".", -1, Qt::MatchRegularExpression | Qt::MatchRecursive))
            if (static_cast<const PacketTreeModel &>(tree()).fieldName(int(index.internalId())) == field)
                rows << index.data(role).toString();
        return rows;
    }

private slots:
    void init()
    {
        m_preferences.setValue(preference::colourise, false); // a tool tip names the rule as well
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        showNames().setChecked(true);
        m_window->commands()[Command::ResolvePhysical].setChecked(true);
        m_window.reset();
    }

    void theListHasTrueNames_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QString>("capture");
        QTest::newRow("in a tunnel") << "flannel-vxlan" << "master.eth0.pcapng";
        QTest::newRow("on the bridge") << "flannel-vxlan" << "VM-16-10-centos.cni0.pcapng";
        QTest::newRow("IPIP") << "calico-ipip" << "cn-worker2.eth0.pcapng";
        QTest::newRow("routed") << "flannel-host-gw" << "k8s-master.eth0.pcapng";
    }

    void theListHasTrueNames()
    {
        QFETCH(QString, sample);
        QFETCH(QString, capture);
        openSample(sample + "/captures/" + capture);
        const QMap<QString, QString> names = namesIn(sample);
        QVERIFY(showNames().isEnabled() && showNames().isChecked());
        QStringList shown;
        for (int row = 0; row < list().rowCount(); ++row)
            shown << cell(row, Column::Source) << cell(row, Column::Destination);
        toggleNames();
        int named = 0;
        for (int row = 0; row < list().rowCount(); ++row)
            for (const Column column : {Column::Source, Column::Destination}) {
                const QString address = cell(row, column);
                const QString was = shown[2 * row + (column == Column::Destination)];
                QVERIFY2(!QRegularExpression("[g-z]").match(address).hasMatch(), qPrintable(address));
                if (const QString name = names.value(address); !name.isEmpty()) {
                    QCOMPARE(was, name);
                    ++named;
                } else if (const QString mac = macIn(address); was != address && !mac.isEmpty()) {
                    QVERIFY2(contents(samples + sample + "/truth.json").contains('"' + mac.toUtf8() + '"'), qPrintable(address + " " + was));
                } else if (address == "ff:ff:ff:ff:ff:ff") {
                    QCOMPARE(was, "Broadcast");
                } else if (was != address) { // the truth leaves services to the host's own listings
                    QVERIFY2(contents(samples + sample + "/truth.json").contains('"' + address.toUtf8() + '"'), qPrintable(address + " " + was));
                }
            }
        QVERIFY(named > 10);
    }

    void aNameSaysItsLine()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        filter("overlay.ip.src == 10.244.0.60");
        QCOMPARE(cell(0, Column::Source), "tea-6fb46d899f-4zkt2");
        const QStringList lines = cell(0, Column::Source, Qt::ToolTipRole).split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], "10.244.0.60");
        QVERIFY2(lines[1].startsWith("Pod tea-6fb46d899f-4zkt2 in namespace default, on node master"), qPrintable(lines[1]));
        const auto place = QRegularExpression("^(.+), line ([0-9]+): (.+)$").match(lines[2]);
        QVERIFY2(place.hasMatch(), qPrintable(lines[2]));
        const QList<QByteArray> file = contents(samples + "flannel-vxlan/hosts/" + place.captured(1)).split('\n');
        const QString line = QString::fromUtf8(file.value(place.captured(2).toInt() - 1)).trimmed();
        QVERIFY2(line.contains("10.244.0.60"), qPrintable(line));
        QCOMPARE(place.captured(3), line);
    }

    void filtersKnowNames()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        filter("overlay.ip.src == 10.244.0.60");
        const QStringList byAddress = rowsShown();
        QVERIFY(byAddress.size() > 3);
        filter("k8s.src.pod == \"tea-6fb46d899f-4zkt2\"");
        QCOMPARE(rowsShown(), byAddress);
        filter("");
        QCOMPARE(list().rowCount(), int(m_window->capture().store().size()));
    }

    void nothingIsLostWhenASnapshotComes()
    {
        openWithoutHosts("flannel-vxlan/captures/master.eth0.pcapng");
        QVERIFY(!showNames().isEnabled());
        filter("ip");
        QVERIFY(list().rowCount() > 60);
        m_window->selectPacket(list().storeRow(50) + 1);
        m_window->marks().toggle({3, 5});
        const QModelIndex destination = tree().match(tree().index(0, 0), Qt::DisplayRole, "Destination Address", 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
        QVERIFY(destination.isValid());
        m_window->selection().setNode(int(destination.internalId()));
        const QString node = destination.data(PacketTreeModel::SentenceRole).toString();
        view().verticalScrollBar()->setValue(45);
        const int scrolled = view().verticalScrollBar()->value();
        const QStringList rows = rowsShown();
        const int selected = m_window->selection().row();
        const QString address = cell(50, Column::Source);
        QSignalSpy reset(&list(), &QAbstractItemModel::modelReset);

        m_window->importSnapshots({samples + "flannel-vxlan/hosts"});
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(showNames().isEnabled());
        QVERIFY(cell(50, Column::Source) != address);
        QCOMPARE(reset.size(), 0); // what the filter asks for has not changed
        QCOMPARE(rowsShown(), rows);
        QCOMPARE(m_window->selection().row(), selected);
        QCOMPARE(view().currentIndex().row(), 50);
        QCOMPARE(view().verticalScrollBar()->value(), scrolled);
        QCOMPARE(m_window->marks().count(), 2);
        QVERIFY(m_window->selection().node() >= 0);
        const TreeNode &row = m_window->selection().tree()[std::size_t(m_window->selection().node())];
        QVERIFY2(node.endsWith(QString::fromStdString(row.script)), qPrintable(node));
    }

    void aFilterForNamesFollowsTheSnapshots()
    {
        openWithoutHosts("flannel-vxlan/captures/master.eth0.pcapng");
        filter("ip && !k8s");
        const int all = list().rowCount();
        filter("k8s");
        QCOMPARE(list().rowCount(), 0);
        m_window->importSnapshots({samples + "flannel-vxlan/hosts"});
        QTRY_VERIFY(m_window->isSettled());
        QTRY_VERIFY(list().rowCount() > 0);
        const int named = list().rowCount();
        QVERIFY(named > 50);
        m_window->marks().toggle({list().storeRow(2)});

        m_window->snapshots().remove(0); // and what was named by it is nobody's again
        QTRY_COMPARE(list().rowCount(), 0);
        QVERIFY(!showNames().isEnabled());
        filter("ip && !k8s");
        QCOMPARE(list().rowCount(), all);
        QCOMPARE(m_window->marks().count(), 1);
    }

    void theFilledListStaysWhereItWas()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        filter("k8s");
        QVERIFY(list().rowCount() > 60);
        view().verticalScrollBar()->setValue(40);
        m_window->selectPacket(list().storeRow(42) + 1);
        const int selected = m_window->selection().row();
        const int above = 42 - view().verticalScrollBar()->value();
        m_window->snapshots().setChosen(1, false); // one of the two hosts: other packets have names
        QTRY_VERIFY(!m_window->snapshots().isBusy());
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(m_window->selection().row(), selected);
        QCOMPARE(view().currentIndex().row() - view().verticalScrollBar()->value(), above);
    }

    // A pcapng's own names stand in the list where no host tells of the address, and go with it.
    void aCapturesOwnNames()
    {
        PcapngFile file(Order::Little);
        const QByteArray name = QByteArray::fromHex("c6336407") + QByteArray("outside.example\0", 16), other = QByteArray::fromHex("0af4003c") + QByteArray("another\0", 8);
        file.interface(1).block(4, file.option(1, name) + file.option(1, other) + file.option(0, {}))
            .enhanced(0, 1600000000'000000, ethernet(ipv4("10.244.0.60", "198.51.100.7", 17, udp(40000, 9, "abc"))));
        m_window->open({writeFile(m_folder, "named.pcapng", file.bytes())});
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(cell(0, Column::Source), "another");
        QCOMPARE(cell(0, Column::Destination), "outside.example");
        m_window->importSnapshots({samples + "flannel-vxlan/hosts"});
        QTRY_VERIFY(m_window->isSettled());
        QTRY_COMPARE(cell(0, Column::Source), "tea-6fb46d899f-4zkt2");
        QCOMPARE(cell(0, Column::Destination), "outside.example");
        m_window->snapshots().clear();
        QTRY_COMPARE(cell(0, Column::Source), "another");
        openWithoutHosts("flannel-vxlan/captures/master.eth0.pcapng");
        QVERIFY(!cell(0, Column::Source).contains("another"));
    }

    void namesGoWithTheSnapshot()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        filter("overlay.ip.src == 10.244.0.60");
        QCOMPARE(cell(0, Column::Source), "tea-6fb46d899f-4zkt2");
        m_window->snapshots().clear();
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(cell(0, Column::Source), "10.244.0.60");
        QCOMPARE(cell(0, Column::Source, Qt::ToolTipRole), QString());
        QVERIFY(shownRows("k8s.src.pod").isEmpty());
    }

    void theTreeHasNames()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        filter("overlay.ip.src == 10.244.0.60 && overlay.ip.dst == 10.244.1.0/24");
        m_window->selectPacket(list().storeRow(0) + 1);
        const QStringList sources = shownRows("ip.src");
        QCOMPARE(sources.size(), 2);
        QVERIFY2(sources[0].endsWith("172.27.0.11 (master eth0)"), qPrintable(sources[0]));
        QVERIFY2(sources[1].endsWith("10.244.0.60 (tea-6fb46d899f-4zkt2)"), qPrintable(sources[1]));
        QVERIFY2(shownRows("eth.src").join('\n').contains("8e:5c:79:80:cd:cc (master flannel.1)"), qPrintable(shownRows("eth.src").join('\n')));
        QCOMPARE(shownRows("k8s.src.pod"), QStringList{"[Source pod: tea-6fb46d899f-4zkt2]"});
        QVERIFY2(shownRows("ip.src", Qt::ToolTipRole)[1].contains(QRegularExpression("\\n.+, line [0-9]+: .*10\\.244\\.0\\.60")), qPrintable(shownRows("ip.src", Qt::ToolTipRole)[1]));
        showNames().trigger();
        QVERIFY2(shownRows("ip.src")[1].endsWith(": 10.244.0.60"), qPrintable(shownRows("ip.src")[1]));
        QVERIFY(!shownRows("ip.src", Qt::ToolTipRole)[1].isEmpty()); // whoever rests there is told all the same
    }

    // Both networks of a packet, with who it is on each card as the lab's truth has it, the address below, and the line that says so.
    void compareHasNames()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        filter("overlay.ip.src == 10.244.0.60 && overlay.ip.dst == 10.244.1.0/24");
        m_window->setLayout(Layout::Compare);
        m_window->selectPacket(list().storeRow(0) + 1);
        const QMap<QString, QString> names = namesIn("flannel-vxlan");
        const auto words = [](const CompareCard &card) { // without the places where a line may break
            QStringList shown;
            for (const QLabel *label : card.findChildren<QLabel *>())
                if (label->isVisible())
                    shown << label->text().remove(QChar(0x200b));
            return shown;
        };
        QStringList named;
        for (const CompareCard *card : m_window->findChild<ComparePanel *>()->cards()) {
            const QString address = card->cell().value, name = names.value(address);
            if (name.isEmpty())
                continue;
            named << name;
            QCOMPARE(words(*card).mid(1, 2), (QStringList{name, address}));
            QVERIFY2(card->accessibleName().contains(": " + name + ", " + address), qPrintable(card->accessibleName()));
            QVERIFY2(card->toolTip().contains(QRegularExpression("\\n.+, line [0-9]+: .*" + address)), qPrintable(card->toolTip()));
        }
        for (const char *one : {"master eth0", "master flannel.1", "tea-6fb46d899f-4zkt2"})
            QVERIFY2(named.contains(one), qPrintable(named.join(", ")));
        QVERIFY(named.size() >= 6);

        toggleNames();
        int explained = 0;
        for (const CompareCard *card : m_window->findChild<ComparePanel *>()->cards()) {
            QVERIFY(!words(*card).value(1).contains("master") && !words(*card).value(1).contains("tea"));
            explained += !card->toolTip().isEmpty();
        }
        QCOMPARE(explained, named.size()); // whoever rests there is told all the same
        toggleNames();
        m_window->snapshots().clear();
        QTRY_VERIFY(m_window->isSettled());
        for (const CompareCard *card : m_window->findChild<ComparePanel *>()->cards())
            QVERIFY(card->toolTip().isEmpty() && card->cell().name.isEmpty());
    }

    // Resting on bytes and boxes, and the status bar, tell whose an address is.
    void bytesAndBoxesTellNames()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        m_window->resize(3000, 900);
        filter("overlay.ip.src == 10.244.0.60 && overlay.ip.dst == 10.244.1.0/24");
        m_window->selectPacket(list().storeRow(0) + 1);
        auto &bytes = *m_window->findChild<HexPanel *>();
        const auto restAt = [](QWidget &widget, const QPoint &place) {
            QHelpEvent event(QEvent::ToolTip, place, widget.mapToGlobal(place));
            QApplication::sendEvent(&widget, &event);
            return QToolTip::text();
        };
        // Ethernet 14, IPv4 20, UDP 8, VXLAN 8, Ethernet 14: there the inner IPv4 header begins, its source at 12.
        const std::size_t inner = 14 + 20 + 8 + 8 + 14;
        const QString told = restAt(*bytes.viewport(), bytes.rectOf(inner + 12).center());
        QVERIFY2(told.startsWith("Source Address: 10.244.0.60 (tea-6fb46d899f-4zkt2)\nPod tea-6fb46d899f-4zkt2 in namespace default, on node master"), qPrintable(told));
        QVERIFY2(told.contains(QRegularExpression("\\n.+, line [0-9]+: .*10\\.244\\.0\\.60")), qPrintable(told));
        QTRY_COMPARE(restAt(*bytes.viewport(), bytes.rectOf(inner + 8).center()), QString()); // the TTL is nobody's

        auto &boxes = *m_window->findChild<BoxesView *>();
        const QString box = restAt(boxes, boxes.figure().boxes[5].center().toPoint());
        QVERIFY2(box.startsWith("IPv4 · 20 bytes · Overlay\nSource Address: 10.244.0.60 (tea-6fb46d899f-4zkt2)\n"), qPrintable(box));
        QVERIFY2(box.contains("\nDestination Address: 10.244.1."), qPrintable(box));
        QVERIFY2(restAt(boxes, boxes.figure().boxes[3].center().toPoint()).startsWith("VXLAN 1 · 8 bytes"), qPrintable(QToolTip::text()));
        QVERIFY(!QToolTip::text().contains('\n'));

        QTest::mouseMove(bytes.viewport(), bytes.rectOf(inner + 13).center());
        const auto status = [this] {
            for (const QLabel *label : m_window->findChild<StatusPanel *>()->findChildren<QLabel *>())
                if (label->text().contains("(ip.src)"))
                    return label->text();
            return QString();
        };
        QTRY_VERIFY(!status().isEmpty());
        QVERIFY2(status().contains("Source Address (ip.src), 4 bytes · Pod tea-6fb46d899f-4zkt2 in namespace default, on node master"), qPrintable(status()));
        QVERIFY2(status().contains(QRegularExpression(" · .+, line [0-9]+: ")), qPrintable(status()));
    }

    void copiesWhatTheRowShows()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        filter("overlay.ip.src == 10.244.0.60");
        m_window->selectPacket(list().storeRow(0) + 1);
        const auto &selection = m_window->selection();
        const auto row = std::ranges::find(selection.tree(), "10.244.0.60", &TreeNode::script);
        QVERIFY(row != selection.tree().end());
        m_window->selection().setNode(int(row - selection.tree().begin()));
        m_window->activateWindow();
        m_window->findChild<PacketTreeView *>()->setFocus();
        m_window->commands()[Command::Copy].trigger();
        QCOMPARE(QApplication::clipboard()->text(), "Source Address: 10.244.0.60 (tea-6fb46d899f-4zkt2)");
        showNames().trigger();
        m_window->commands()[Command::Copy].trigger();
        QCOMPARE(QApplication::clipboard()->text(), "Source Address: 10.244.0.60");
    }

    // A filter for names is doubtful, and says so, until somebody's host output is there.
    void theFilterBarKnowsWhetherThereAreHosts()
    {
        openWithoutHosts("flannel-vxlan/captures/master.eth0.pcapng");
        filter("k8s.src.node == \"master\"");
        const auto &bar = *m_window->findChild<FilterBar *>();
        const auto status = [this] { return m_window->findChild<StatusPanel *>()->findChildren<QLabel *>(); };
        const auto says = [&](const QString &words) { return std::ranges::any_of(status(), [&](const QLabel *label) { return label->text().contains(words); }); };
        const auto shown = [&] {
            QStringList texts;
            for (const QLabel *label : status())
                texts << label->text() + QString(" (%1)").arg(label->width());
            return texts.join('\n');
        };
        QCOMPARE(list().rowCount(), 0);
        QCOMPARE(bar.property("state").toString(), "doubtful");
        m_window->resize(2000, 900);
        QTRY_VERIFY2(says("no host snapshot is loaded: k8s fields are in no packet"), qPrintable(shown()));
        m_window->importSnapshots({samples + "flannel-vxlan/hosts"});
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(bar.property("state").toString(), "valid");
        QVERIFY(!says("no host snapshot"));
        QTRY_VERIFY(list().rowCount() > 10);
        m_window->snapshots().clear();
        QTRY_COMPARE(bar.property("state").toString(), "doubtful");
        m_language.setCode("zh_CN");
        QTRY_VERIFY(says("没有加载主机快照"));
        m_language.setCode("en");
    }

    void theChoiceIsKept()
    {
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::AltModifier);
        QVERIFY(!showNames().isChecked());
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        openSample("flannel-vxlan/captures/master.eth0.pcapng");
        filter("overlay.ip.src == 10.244.0.60");
        QCOMPARE(cell(0, Column::Source), "10.244.0.60");
        QVERIFY(!showNames().isChecked());
        showNames().trigger();
        QCOMPARE(cell(0, Column::Source), "tea-6fb46d899f-4zkt2");
    }

    void aTunnelsPortIsLearnt()
    {
        m_window->open({writeFile(m_folder, "unusual.pcap", PcapFile().packet(1, 0, unusualTunnel).bytes())});
        QTRY_VERIFY(m_window->isSettled());
        m_window->marks().toggle({0});
        QCOMPARE(list().packet(0).packet.depth(), 0);
        m_window->snapshots().readText(QString::fromLatin1(unusualHost));
        QTRY_COMPARE(list().packet(0).packet.depth(), 1);
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(m_window->selection().packet().packet.depth(), 1);
        QCOMPARE(m_window->marks().count(), 1);
        m_window->marks().clear(); // or the window would ask before it lets them go
        // Captures that are opened afterwards are read with it too, until the snapshot goes.
        m_window->open({writeFile(m_folder, "later.pcap", PcapFile().packet(1, 0, unusualTunnel).packet(2, 0, unusualTunnel).bytes())});
        QTRY_VERIFY(m_window->isSettled());
        filter("vxlan");
        QCOMPARE(list().rowCount(), 2);
        m_window->snapshots().clear();
        QTRY_COMPARE(list().rowCount(), 0);
    }

    void whatTheUserHasDecidedHolds()
    {
        OpenCapture capture;
        QVERIFY(capture.open({writeFile(m_folder, "decided.pcap", PcapFile().packet(1, 0, unusualTunnel).bytes())}));
        QTRY_VERIFY(capture.isComplete());
        const std::vector<DecodeRule> learnt{{{Claim::UdpPort, 9999}, &protocols::vxlan}};
        capture.setNames(nullptr, learnt);
        QCOMPARE(capture.packetRow(0).packet.depth(), 1);
        capture.setDecodeRules({{{Claim::UdpPort, 9999}, &protocols::data}});
        QCOMPARE(capture.packetRow(0).packet.depth(), 0);
        QSignalSpy reread(&capture, &OpenCapture::reread);
        capture.setNames(std::make_shared<const NameTable>(), learnt); // nothing new
        QCOMPARE(reread.size(), 0);
    }

    // A frame on a bridge and between nodes have no tunnel either; host facts tell them apart.
    void nativeFramesSayWhomTheyServe()
    {
        openSample("flannel-vxlan/captures/master.cni0.pcapng");
        filter("tcp");
        QVERIFY(cell(0, Column::Layers, Qt::ToolTipRole).endsWith("\npod traffic, not encapsulated"));
        QVERIFY(cell(0, Column::Source, Qt::AccessibleTextRole).startsWith("pod traffic, not encapsulated, "));
        m_window->selectPacket(list().storeRow(0) + 1);
        const QStringList hosts = shownRows("k8s");
        QVERIFY2(hosts.size() == 1 && hosts[0].endsWith("   pod traffic, not encapsulated"), qPrintable(hosts.join('\n')));
        openSample("calico-bgp-mesh/captures/mesh-1.eth0.pcapng");
        filter("bgp");
        QVERIFY(cell(0, Column::Layers, Qt::ToolTipRole).endsWith("\nnode traffic"));
    }
};

QTEST_MAIN(ShownNamesTest)
#include "tst_shownnames.moc"
