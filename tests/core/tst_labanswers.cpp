#include "core/kernel/routing.h"
#include "core/kernel/sourceaddress.h"
#include "core/path/matrix.h"
#include "tests/support/samplecluster.h"

#include <QFile>
#include <QMap>
#include <QTest>

// What the lab's kernels said of every pair: `ip route get` for every two addresses on every machine (routes.txt), and whether somebody answered
// who was asked (reach.txt), against what is foretold from what the same hosts printed.

using namespace vethscope;

namespace {

QStringList linesOf(const QString &file)
{
    QFile opened(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/") + QTest::currentDataTag() + "/" + file);
    return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()).split('\n', Qt::SkipEmptyParts) : QStringList();
}

IpAddress addressOf(const QString &text)
{
    return *IpAddress::parse(text.toStdString());
}

// `unicast via 10.0.0.1 dev eth0 src 10.0.0.2`, as the lab writes what the kernel said. The source is one that a socket gets, nobody else.
QString routeOf(const NetworkNamespace &net, const kernel::Packet &packet)
{
    const auto routing = kernel::lookUpRoute(net, packet);
    if (!routing.isFound())
        return routing.isNone() ? "error Network is unreachable" : "unseen, ask " + QString::fromStdString(routing.ask);
    if (!routing->route() || routing->hops.size() != 1)
        return QString("%1 ways").arg(routing->hops.size());
    const Route &route = *routing->route();
    QString text = QString::fromStdString(route.type);
    if (route.via)
        text += " via " + QString::fromStdString(route.via->text());
    text += " dev " + (route.type == "local" ? QString("lo") : QString::fromStdString(route.interface));
    if (packet.isForwarded())
        return text;
    const auto source = kernel::sourceAddress(net, route, packet.destination);
    return text + " src " + (source.isFound() ? QString::fromStdString((*source).text()) : QString("?"));
}

void addSamples()
{
    QTest::addColumn<int>("count");
}

} // namespace

class TestLabAnswers : public QObject
{
    Q_OBJECT

private slots:
    void routes_data()
    {
        addSamples();
        QTest::newRow("flannel-vxlan") << 748;
        QTest::newRow("flannel-udp") << 440;
        QTest::newRow("flannel-host-gw") << 791;
        QTest::newRow("calico-ipip") << 742;
        QTest::newRow("calico-bgp-mesh") << 246;
        QTest::newRow("calico-bgp-rr") << 246;
    }

    void routes()
    {
        const Cluster cluster = test::sampleCluster(QTest::currentDataTag());
        const path::Places places(cluster);
        const path::Place *place = nullptr;
        kernel::Packet packet;
        int asked = 0;
        for (const QString &line : linesOf("routes.txt")) {
            if (line.startsWith("# ")) {
                const std::string name = line.sliced(2).toStdString();
                place = name.find('/') == name.npos ? places.ofNode(name) : places.ofPod(name);
                QVERIFY2(place, qPrintable(line));
            } else if (line.startsWith('[')) {
                const QStringList words = line.sliced(1).chopped(1).split(' ');
                packet = {};
                if (words.size() == 4) {
                    packet.source = addressOf(words[1]);
                    packet.inInterface = words[3].toStdString();
                }
            } else {
                const QString said = line.trimmed().section(": ", 0, 0);
                for (const QString &to : line.section(": ", 1).split(' ')) {
                    packet.destination = addressOf(to);
                    ++asked;
                    QVERIFY2(routeOf(*place->net, packet) == said,
                             qPrintable(QString("%1, %2 > %3 iif %4: %5 instead of %6").arg(QString::fromStdString(place->name()), QString::fromStdString(packet.source.text()), to,
                                                                                           QString::fromStdString(packet.inInterface), routeOf(*place->net, packet), said)));
                }
            }
        }
        QTEST(asked, "count");
    }

    // An answer, be it a reset, shows that the packet arrived and that the answer did; silence that one of them did not.
    void reach_data()
    {
        addSamples();
        QTest::newRow("flannel-vxlan") << 77;
        QTest::newRow("flannel-udp") << 35;
        QTest::newRow("flannel-host-gw") << 63;
        QTest::newRow("calico-ipip") << 63;
        QTest::newRow("calico-bgp-mesh") << 36;
        QTest::newRow("calico-bgp-rr") << 36;
    }

    void reach()
    {
        const Cluster cluster = test::sampleCluster(QTest::currentDataTag());
        const path::Predictor predictor(cluster);
        const path::Matrix matrix = path::matrixOf(predictor);
        QMap<QString, QString> heard;
        for (const QString &line : linesOf("reach.txt")) {
            const QStringList words = line.split(' ');
            heard[words[0] + " > " + words[1]] = words[5] == "answered" || words[5] == "refused" ? "there and back" : "nothing";
        }
        for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
            for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
                const path::Who &from = matrix.rows[row], &to = matrix.columns[column];
                const QString pair = QString::fromStdString(from.name + " > " + (to.kind == path::Who::Kind::Service ? "svc/" : "") + to.name);
                path::Question question;
                question.from = from;
                question.to = to;
                const path::Prediction prediction = predictor.predict(question);
                const bool comesBack = prediction.back && prediction.back->likeliest().verdict() == path::Verdict::Delivered;
                QCOMPARE(prediction.likeliest().verdict(), matrix.at(row, column).verdict());
                QVERIFY2(heard.take(pair) == (comesBack ? "there and back" : "nothing"), qPrintable(pair));
            }
        }
        QVERIFY2(heard.isEmpty(), qPrintable(heard.keys().join(", ")));
        QTEST(int(matrix.cells.size()), "count");
    }
};

QTEST_GUILESS_MAIN(TestLabAnswers)
#include "tst_labanswers.moc"
