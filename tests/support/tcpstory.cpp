#include "tests/support/tcpstory.h"

#include "tests/support/capturefile.h"
#include "tests/support/stack.h"

namespace vethscope::test {
namespace {

QByteArray big(std::uint64_t value, int size)
{
    return number(value, size, Order::Big);
}

std::uint8_t flagsOf(const QString &letters)
{
    constexpr auto all = std::to_array<char>({'F', 'S', 'R', 'P', 'A'});
    unsigned flags = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (letters.contains(QLatin1Char(all[i])))
            flags |= 1u << i;
    return static_cast<std::uint8_t>(flags);
}

// Padded with no-operations to whole words.
QByteArray optionsOf(const QStringList &words)
{
    QByteArray options;
    for (const QString &word : words) {
        const QStringList parts = word.split(QLatin1Char('='));
        if (parts[0] == QLatin1String("scale"))
            options += big(3, 1) + big(3, 1) + big(parts[1].toUInt(), 1);
        const QStringList edges = parts[1].split(QLatin1Char('-'));
        if (parts[0] == QLatin1String("sack"))
            options += big(5, 1) + big(static_cast<std::uint64_t>(2 + 4 * edges.size()), 1);
        for (const QString &edge : edges)
            if (parts[0] == QLatin1String("sack"))
                options += big(edge.toUInt(), 4);
    }
    while (options.size() % 4 != 0)
        options += '\x01';
    return options;
}

// "frame 4 is …" is what a failing test shows; the handshake is the same in most stories.
const QStringList handshake{"0 A S 1000 0 0 64000 scale=7", "10 B SA 5000 1001 0 65000 scale=7", "20 A A 1001 5001 0 500"};

} // namespace

QByteArray tcpStory(const QStringList &lines)
{
    PcapFile file;
    for (const QString &line : lines) {
        const QStringList words = line.split(QLatin1Char(' '));
        const bool client = words[1] == QLatin1String("A");
        const QByteArray options = optionsOf(words.mid(7));
        const QByteArray header = big(client ? 40000 : 7777, 2) + big(client ? 7777 : 40000, 2) + big(words[3].toUInt(), 4)
            + big(words[4].toUInt(), 4) + big(static_cast<std::uint64_t>((20 + options.size()) / 4) << 4, 1) + big(flagsOf(words[2]), 1)
            + big(words[6].toUInt(), 2) + big(0, 4) + options;
        const unsigned milliseconds = words[0].toUInt();
        file.packet(1'000'000 + milliseconds / 1000, milliseconds % 1000 * 1000,
                    ethernet(ipv4(client ? "10.0.0.1" : "10.0.0.2", client ? "10.0.0.2" : "10.0.0.1", 6,
                                  header + QByteArray(words[5].toInt(), 'x'))));
    }
    return file.bytes();
}

const std::vector<TcpStory> &tcpStories()
{
    static const std::vector<TcpStory> stories{
        {"request and answer", handshake + QStringList{"30 A PA 1001 5001 100 500", "40 B A 5001 1101 0 500", "50 B PA 5001 1101 200 500",
                                                       "60 A A 1101 5201 0 500", "70 A FA 1101 5201 0 500", "80 B FA 5201 1102 0 500",
                                                       "90 A A 1102 5202 0 500"}, {}},
        {"a segment again after its timeout", handshake + QStringList{"30 A PA 1001 5001 100 500", "250 A PA 1001 5001 100 500"},
         {"5: flags retransmission rto rto_frame"}},
        {"a FIN again", handshake + QStringList{"30 A FA 1001 5001 0 500", "250 A FA 1001 5001 0 500"},
         {"5: flags retransmission rto rto_frame"}},
        {"a segment again after three duplicate acknowledgments",
         handshake + QStringList{"30 B A 5001 1001 100 500", "30 B A 5101 1001 100 500", "30 B A 5201 1001 100 500", "30 B A 5301 1001 100 500",
                                 "35 A A 1001 5001 0 500", "36 A A 1001 5001 0 500", "37 A A 1001 5001 0 500", "38 B A 5001 1001 100 500"},
         {"8: flags duplicate_ack duplicate_ack_num duplicate_ack_frame duplicate_ack", "9: flags duplicate_ack duplicate_ack_num duplicate_ack_frame duplicate_ack",
          "10: flags duplicate_ack duplicate_ack_num duplicate_ack_frame duplicate_ack", "11: flags fast_retransmission retransmission"}},
        {"a segment again that was acknowledged already",
         handshake + QStringList{"30 A PA 1001 5001 100 500", "40 B A 5001 1101 0 500", "250 A PA 1001 5001 100 500"},
         {"6: flags spurious_retransmission retransmission"}},
        {"two segments change places", handshake + QStringList{"30 A A 1001 5001 100 500", "31 A A 1201 5001 100 500", "32 A A 1101 5001 100 500"},
         {"5: flags lost_segment", "6: flags out_of_order"}},
        {"a segment that was not captured", handshake + QStringList{"30 A A 1001 5001 100 500", "31 A A 1201 5001 100 500"},
         {"5: flags lost_segment"}},
        {"a reset may have any number", handshake + QStringList{"30 A A 1001 5001 100 500", "31 A R 9000 0 0 0"}, {}},
        {"an acknowledgment of what was not captured", handshake + QStringList{"30 A A 1001 5001 100 500", "40 B A 5001 1301 0 500", "41 B A 5001 1501 0 500"},
         {"5: flags ack_lost_segment"}},
        {"the window closes, is probed and opens",
         handshake + QStringList{"30 A A 1001 5001 100 500", "40 B A 5001 1101 0 0", "300 A A 1101 5001 1 500", "310 B A 5001 1101 0 0",
                                 "700 A A 1101 5001 1 500", "710 B A 5001 1101 0 500", "720 A A 1101 5001 100 500"},
         {"5: flags zero_window", "6: flags zero_window_probe", "7: flags zero_window zero_window_probe_ack", "8: flags zero_window_probe",
          "9: flags window_update"}},
        {"a segment fills the window", {"0 A S 1000 0 0 64000", "10 B SA 5000 1001 0 300", "20 A A 1001 5001 0 500", "30 A A 1001 5001 200 500",
                                        "31 A A 1201 5001 100 500"},
         {"5: flags window_full"}},
        {"a segment fills a scaled window", {"0 A S 1000 0 0 64000 scale=2", "10 B SA 5000 1001 0 65000 scale=1", "20 A A 1001 5001 0 500", "25 B A 5001 1001 0 100",
                                             "30 A A 1001 5001 100 500", "31 A A 1101 5001 100 500"},
         {"4: flags window_update", "6: flags window_full"}},
        {"nothing happens, and both sides make sure of it",
         handshake + QStringList{"30 A PA 1001 5001 100 500", "40 B A 5001 1101 0 500", "60000 A A 1100 5001 1 500", "60010 B A 5001 1101 0 500",
                                 "120000 A A 1100 5001 0 500", "120010 B A 5001 1101 0 500"},
         {"6: flags keep_alive", "7: flags keep_alive_ack", "8: flags keep_alive", "9: flags keep_alive_ack"}},
        {"the receiver reads and says so", handshake + QStringList{"30 B A 5001 1001 100 500", "40 A A 1001 5101 0 400", "50 A A 1001 5101 0 500"},
         {"6: flags window_update"}},
        {"the same ports after a FIN", handshake + QStringList{"30 A FA 1001 5001 0 500", "40 B FA 5001 1002 0 500", "50 A A 1002 5002 0 500",
                                                               "60 A S 9000 0 0 64000 scale=7", "70 B SA 8000 9001 0 65000 scale=7", "80 A A 9001 8001 0 500"},
         {"7: flags reused_ports"}},
        {"a SYN that nobody answers", {"0 A S 1000 0 0 64000", "1000 A S 1000 0 0 64000", "3000 A S 1000 0 0 64000"},
         {"2: flags retransmission rto rto_frame", "3: flags retransmission rto rto_frame"}},
        {"a SYN and its answer, each seen at two points of the same machine",
         {"0 A S 1000 0 0 64000", "0 A S 1000 0 0 64000", "1 B SA 5000 1001 0 65000", "1 B SA 5000 1001 0 65000", "2 A A 1001 5001 0 500"},
         {"2: flags retransmission", "4: flags retransmission"}},
        {"numbers run over", {"0 A S 4294967290 0 0 64000", "10 B SA 5000 4294967291 0 65000", "20 A A 4294967291 5001 0 500",
                              "30 A PA 4294967291 5001 100 500", "40 B A 5001 95 0 500", "50 A PA 95 5001 10 500", "300 A PA 95 5001 10 500"},
         {"7: flags retransmission rto rto_frame"}},
        {"the capture begins in the middle", {"0 B A 5001 1001 1000 500", "1 B A 6001 1001 1000 500", "2 A A 1001 7001 0 500"}, {}},
        {"a retransmission with a closed window", handshake + QStringList{"30 A PA 1001 5001 100 500", "250 A PA 1001 5001 100 0"},
         {"5: flags retransmission rto rto_frame zero_window"}},
    };
    return stories;
}

} // namespace vethscope::test
