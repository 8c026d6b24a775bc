#include "core/flows/tcpconnection.h"

#include "core/flows/serial.h"

namespace vethscope {
namespace {

constexpr std::int64_t millisecond = 1'000'000;
constexpr std::int64_t fastRetransmissionTime = 20 * millisecond; // after the last duplicate acknowledgment
constexpr std::int64_t reorderingTime = 3 * millisecond;          // where the handshake did not tell the round trip
constexpr std::int64_t unknownTime = 0;

} // namespace

// What one side has sent. A number of 0 means "not seen yet", as in packet-tcp.c.
struct TcpConnection::Side {
    std::uint32_t next = 0; // behind the highest byte
    std::uint32_t nextRow = none;
    std::int64_t nextTime = 0;
    std::uint32_t continuousNext = 0; // the same, without a hole before it
    std::uint32_t acknowledgment = 0;
    std::int64_t acknowledgmentTime = 0;
    std::uint32_t originalRow = none; // of the acknowledgment that later ones repeat
    std::int32_t duplicates = 0;      // -1: segments are known to be missing, which is said once
    std::uint32_t window = UINT32_MAX;
    std::uint32_t selected = 0;
    std::uint32_t highestLength = 0; // data in the segment that moved `next`
    std::uint16_t lastFlags = 0;
    bool baseKnown = false;
    bool flightKnown = true;
    bool windowUnscaled = false; // a SYN's window is not scaled
    SentSegments unacknowledged;
};

struct TcpConnection::State {
    std::array<Side, 2> sides;
    std::int64_t synTime = unknownTime;
    std::int64_t handshakeTime = unknownTime; // from SYN to the first acknowledgment
    bool begun = false;
    bool ended = false; // by a FIN or a reset
};

// One segment under the eye: who sent it and what is found.
struct TcpConnection::Look {
    const TcpSegment &segment;
    Side &own;
    Side &peer;
    bool fromLow;
    std::int8_t peerScale;
    std::uint32_t row;
    std::int64_t time;
    TcpFindings found{};

    std::uint32_t end() const { return segment.sequence + segment.length; }
    bool consumes() const { return segment.length > 0 || segment.has(TcpSegment::Syn | TcpSegment::Fin); }
    std::uint32_t phantom() const { return segment.has(TcpSegment::Syn | TcpSegment::Fin) ? 1 : 0; }
    bool repeatsAcknowledgment() const
    {
        return segment.length == 0 && segment.sequence == own.next && segment.acknowledgment == own.acknowledgment
            && !segment.changesState();
    }
    void mark(TcpFindings::Flag flag) { found.flags |= flag; }
};

TcpConnection::TcpConnection() : m_state(std::make_unique<State>())
{
}

TcpConnection::~TcpConnection() = default;

void TcpConnection::expect() const
{
    constexpr std::size_t line = 64;
    for (std::size_t at = 0; m_state && at < sizeof(State); at += line)
        __builtin_prefetch(reinterpret_cast<const char *>(m_state.get()) + at);
}

void TcpConnection::forget()
{
    m_state.reset();
}

bool TcpConnection::isReopenedBy(const TcpSegment &syn, bool fromLow) const
{
    return m_state->sides[fromLow].baseKnown && (syn.sequence != base(fromLow) || m_state->ended);
}

TcpFindings TcpConnection::see(const TcpSegment &segment, bool fromLow, std::uint32_t row, std::int64_t time)
{
    State &state = *m_state;
    Look look{segment, state.sides[fromLow], state.sides[!fromLow], fromLow, scale(!fromLow), row, time};
    look.own.selected = 0;
    if (look.own.baseKnown && segment.opens())
        look.own.next = look.own.continuousNext; // the SYN again; a reset may have moved it
    if (look.own.baseKnown && segment.accepts() && segment.sequence != base(fromLow)) {
        m_base[fromLow].store(segment.sequence, std::memory_order_relaxed);
        look.mark(TcpFindings::ReusedPorts);
    }
    learnBases(look);
    judgeSending(look);
    judgeAcknowledgment(look);
    judgeRepetition(look, state.handshakeTime);
    remember(look);
    measure(look);
    learnHandshake(look);
    return look.found;
}

// Where the SYN was not captured, numbers count from 1.
void TcpConnection::learnBases(const Look &look)
{
    const TcpSegment &segment = look.segment;
    if (!look.own.baseKnown) {
        m_base[look.fromLow].store(segment.has(TcpSegment::Syn) ? segment.sequence : segment.sequence - 1, std::memory_order_relaxed);
        look.own.baseKnown = true;
    }
    if (!look.peer.baseKnown && segment.has(TcpSegment::Acknowledgment)) {
        m_base[!look.fromLow].store(segment.acknowledgment - 1, std::memory_order_relaxed);
        look.peer.baseKnown = true;
    }
}

void TcpConnection::learnHandshake(const Look &look)
{
    const TcpSegment &segment = look.segment;
    State &state = *m_state;
    state.ended = state.ended || (state.begun && segment.closes());
    state.begun = true;
    if (segment.has(TcpSegment::Syn))
        look.own.windowUnscaled = true;
    else if (segment.has(TcpSegment::Acknowledgment))
        look.own.windowUnscaled = false;
    if (segment.opens()) {
        state.synTime = look.time;
        if (establishedRow() == none)
            m_synRow.store(look.row, std::memory_order_relaxed);
    }
    if (!segment.has(TcpSegment::Syn) && segment.has(TcpSegment::Acknowledgment) && state.synTime != unknownTime
        && state.handshakeTime == unknownTime) {
        state.handshakeTime = look.time - state.synTime;
        m_establishedRow.store(look.row, std::memory_order_relaxed);
    }

    look.own.selected = segment.selected;
    if (segment.scale != TcpSegment::noScale)
        m_scale[look.fromLow].store(segment.scale, std::memory_order_relaxed);
    if (!segment.has(TcpSegment::Syn))
        return;
    // RFC 7323, section 2.2: windows are scaled when both SYNs offer it.
    if (scale(look.fromLow) == unknownScale) {
        m_scale[look.fromLow].store(unscaled, std::memory_order_relaxed);
        m_scale[!look.fromLow].store(unscaled, std::memory_order_relaxed);
    } else if (segment.accepts() && scale(!look.fromLow) == unscaled) {
        m_scale[look.fromLow].store(unscaled, std::memory_order_relaxed);
    }
}

void TcpConnection::judgeSending(Look &look)
{
    const TcpSegment &segment = look.segment;
    if (segment.has(TcpSegment::Acknowledgment))
        look.peer.flightKnown = true;
    if (segment.length == 1 && segment.sequence == look.own.next && look.peer.window == 0) {
        look.mark(TcpFindings::ZeroWindowProbe);
        return;
    }
    if (segment.window == 0 && !segment.changesState())
        look.mark(TcpFindings::ZeroWindow);
    judgeLoss(look);
    if (segment.length <= 1 && segment.sequence == look.own.next - 1 && !segment.changesState())
        look.mark(TcpFindings::KeepAlive);
    if (segment.window != 0 && segment.window != look.own.window && look.repeatsAcknowledgment())
        look.mark(TcpFindings::WindowUpdate);
    const unsigned shift = look.peer.windowUnscaled || look.peerScale < 0 ? 0 : static_cast<unsigned>(look.peerScale);
    if (segment.length > 0 && look.peerScale != unknownScale && !segment.changesState()
        && look.end() == look.peer.acknowledgment + (look.peer.window << shift))
        look.mark(TcpFindings::WindowFull);
    if (segment.window != look.own.window || !look.repeatsAcknowledgment() || answersProbe(look) || segment.window == 0)
        return;
    look.own.duplicates = look.own.duplicates < 0 ? 1 : look.own.duplicates + 1;
    look.mark(TcpFindings::DuplicateAcknowledgment);
    look.found.duplicateNumber = static_cast<std::uint32_t>(look.own.duplicates);
    look.found.duplicateOf = look.own.originalRow;
}

void TcpConnection::judgeLoss(Look &look)
{
    if (look.own.next == 0 || !isBehind(look.segment.sequence, look.own.next) || look.segment.has(TcpSegment::Reset))
        return;
    look.mark(TcpFindings::LostSegment);
    look.own.flightKnown = false; // until the other side acknowledges
}

// Whether a repeated acknowledgment answers a probe: then it is no duplicate.
bool TcpConnection::answersProbe(Look &look)
{
    const bool open = look.segment.window != 0;
    if (!(look.peer.lastFlags & (open ? TcpFindings::KeepAlive : TcpFindings::ZeroWindowProbe)))
        return false;
    look.mark(open ? TcpFindings::KeepAliveAnswer : TcpFindings::ZeroWindowProbeAnswer);
    return true;
}

void TcpConnection::judgeAcknowledgment(Look &look)
{
    const TcpSegment &segment = look.segment;
    Side &peer = look.peer;
    if (segment.acknowledgment != look.own.acknowledgment) {
        look.own.originalRow = look.row;
        look.own.duplicates = 0;
    }
    if (peer.continuousNext == 0 || !isBehind(segment.acknowledgment, peer.continuousNext) || !segment.has(TcpSegment::Acknowledgment))
        return;
    // Said once for each hole: what was sent behind it counts as complete from now on.
    if (isBefore(peer.continuousNext, peer.next)) {
        peer.continuousNext = peer.next;
        look.mark(TcpFindings::LostAcknowledged);
        return;
    }
    look.mark(peer.duplicates == 0 ? TcpFindings::LostAcknowledged : TcpFindings::Unremarkable);
    peer.duplicates = -1;
}

void TcpConnection::judgeRepetition(Look &look, std::int64_t handshakeTime)
{
    const TcpSegment &segment = look.segment;
    const Side &own = look.own;
    const Side &peer = look.peer;
    if (!look.consumes() || look.found.has(TcpFindings::KeepAlive))
        return;
    if (segment.length > 0 && peer.acknowledgment != 0 && !isBehind(look.end(), peer.acknowledgment)) {
        look.mark(TcpFindings::SpuriousRetransmission);
        return;
    }
    // More than a byte that begins one before the next: what a zero window probe sent is sent again with the rest.
    const bool advances = own.next == 0 || !isBefore(segment.sequence, own.next)
        || (segment.length > 1 && segment.sequence == own.next - 1);
    if (advances)
        return;
    if (peer.duplicates >= 2 && peer.acknowledgment == segment.sequence && look.time - peer.acknowledgmentTime < fastRetransmissionTime
        && look.time >= peer.acknowledgmentTime) {
        look.mark(TcpFindings::FastRetransmission);
        return;
    }
    const std::int64_t elapsed = look.time - own.nextTime;
    const bool soon = elapsed >= 0 && elapsed < (handshakeTime == unknownTime ? reorderingTime : handshakeTime);
    const bool closesSeries = own.highestLength == 0 && !segment.has(TcpSegment::Syn); // of disordered segments before pure acknowledgments
    if (soon && (own.next != look.end() + look.phantom() || closesSeries)) {
        look.mark(TcpFindings::OutOfOrder);
        return;
    }
    look.mark(TcpFindings::Retransmission);
    look.found.timeoutSince = own.unacknowledged.firstFrom(segment.sequence).value_or(own.nextRow);
}

void TcpConnection::remember(const Look &look)
{
    const TcpSegment &segment = look.segment;
    Side &own = look.own;
    const std::uint32_t next = look.end() + look.phantom();
    if (look.consumes())
        own.unacknowledged.add(look.row, segment.sequence, next);
    if (own.next == 0 || isBehind(next, own.next + look.phantom()))
        own.highestLength = segment.length;
    const bool probe = look.found.has(TcpFindings::ZeroWindowProbe);
    if (!probe && (own.next == 0 || isBehind(next, own.next))) {
        own.next = next;
        own.nextRow = look.row;
        own.nextTime = look.time;
    }
    if (!probe && (own.continuousNext == 0 || segment.sequence == own.continuousNext))
        own.continuousNext = own.next;
    own.window = segment.window;
    own.acknowledgment = segment.acknowledgment;
    own.acknowledgmentTime = look.time;
    own.lastFlags = look.found.flags;
}

void TcpConnection::measure(Look &look)
{
    const TcpSegment &segment = look.segment;
    look.found.acknowledged = look.peer.unacknowledged.acknowledge(segment.acknowledgment).value_or(TcpFindings::none);
    if (segment.length == 0 || look.own.unacknowledged.empty() || !look.own.flightKnown)
        return;
    const std::uint32_t inFlight = look.own.unacknowledged.span() - look.peer.selected;
    if (inFlight > 0 && inFlight < 2'000'000'000)
        look.found.bytesInFlight = inFlight - look.phantom();
}

} // namespace vethscope
