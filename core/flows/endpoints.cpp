#include "core/flows/endpoints.h"

#include <random>

namespace vethscope {
namespace {

// Folds the product of two words into one: the mixing step of wyhash, which spreads every bit over all others.
std::uint64_t mixed(std::uint64_t left, std::uint64_t right)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(left) * right;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t processSeed()
{
    std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

} // namespace

std::uint64_t Endpoints::hash() const
{
    static const std::uint64_t seed = processSeed();
    std::array<std::uint64_t, 4> words;
    std::memcpy(words.data(), lowAddress.data(), 16);
    std::memcpy(words.data() + 2, highAddress.data(), 16);
    std::uint64_t sum = mixed(seed ^ words[0], 0x9e3779b97f4a7c15u ^ words[2]);
    if (addressSize > 8)
        sum = mixed(sum ^ words[1], seed ^ words[3]);
    return mixed(sum ^ (std::uint64_t{lowPort} << 32 | std::uint64_t{highPort} << 16 | addressSize), seed | 1);
}

DirectedEndpoints endpointsOf(Bytes source, std::uint16_t sourcePort, Bytes destination, std::uint16_t destinationPort)
{
    DirectedEndpoints result;
    const auto order = std::lexicographical_compare_three_way(source.begin(), source.end(), destination.begin(), destination.end());
    result.fromLow = order < 0 || (order == 0 && sourcePort <= destinationPort);
    Endpoints &ends = result.ends;
    ends.addressSize = static_cast<std::uint8_t>(source.size());
    std::ranges::copy(source, (result.fromLow ? ends.lowAddress : ends.highAddress).begin());
    std::ranges::copy(destination, (result.fromLow ? ends.highAddress : ends.lowAddress).begin());
    ends.lowPort = result.fromLow ? sourcePort : destinationPort;
    ends.highPort = result.fromLow ? destinationPort : sourcePort;
    return result;
}

} // namespace vethscope
