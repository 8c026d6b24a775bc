#include "core/figure/colours.h"

#include <array>
#include <bit>
#include <cmath>
#include <initializer_list>

namespace vethscope {
namespace {

constexpr Rgb white = 0xFFFFFF;

constexpr Rgb darkWords = 0x1F2933;
constexpr Colours lightColours{
    .window = 0xF6F8FA,
    .base = white,
    .text = darkWords,
    .muted = 0x5D6874,
    .line = 0xD5DBE1,
    .hover = 0xF1F5FA,
    .accent = 0x2563B8,
    .accentSoft = 0xDCE8F8,
    .selection = 0xDCE8F8,
    .good = 0x307541,
    .goodSoft = 0xE7F5EA,
    .bad = 0xBE342A,
    .badSoft = 0xFCE9E7,
    .doubtful = 0x8B5F00,
    .doubtfulSoft = 0xFDF4D7,
    .marked = 0x2A333C,
    .onMarked = white,
    .underlay = {0x2B66AE, 0x2B66AE, 0xE4EDF9, darkWords, white},
    .tunnel = {0x7748A8, 0x7748A8, 0xEEE5F7, darkWords, white},
    .overlay = {0xB45F10, 0xA2510A, 0xFDEDDC, darkWords, white},
    .native = {0x4F7A66, 0x44705C, 0xE5EFE9, darkWords, white},
};

constexpr Rgb lightWords = 0xE3E8ED;
constexpr Rgb nearlyBlack = 0x11161B;
constexpr Colours darkColours{
    .window = 0x1E242B,
    .base = 0x161B20,
    .text = lightWords,
    .muted = 0x99A5B1,
    .line = 0x363F49,
    .hover = 0x1D242C,
    .accent = 0x7DB2F2,
    .accentSoft = 0x24384F,
    .selection = 0x263B54,
    .good = 0x63B87A,
    .goodSoft = 0x1B3324,
    .bad = 0xF0857B,
    .badSoft = 0x44211F,
    .doubtful = 0xE0B548,
    .doubtfulSoft = 0x3A3016,
    .marked = 0xDDE4EA,
    .onMarked = nearlyBlack,
    .underlay = {0x6FA8EC, 0x6FA8EC, 0x1B2C42, lightWords, nearlyBlack},
    .tunnel = {0xB694E4, 0xB694E4, 0x2E2442, lightWords, nearlyBlack},
    .overlay = {0xEE9A4D, 0xEE9A4D, 0x3B2917, lightWords, nearlyBlack},
    .native = {0x86B9A1, 0x86B9A1, 0x20332B, lightWords, nearlyBlack},
};

} // namespace

const Colours &Colours::light()
{
    return lightColours;
}

const Colours &Colours::dark()
{
    return darkColours;
}

Rgb mixed(Rgb a, Rgb b, double share)
{
    Rgb result = 0;
    for (const int shift : {16, 8, 0}) {
        const double channel = (a >> shift & 0xFF) * share + (b >> shift & 0xFF) * (1 - share);
        result |= static_cast<Rgb>(std::lround(channel)) << shift;
    }
    return result;
}

Colours faded(const Colours &colours, double share)
{
    auto all = std::bit_cast<std::array<Rgb, sizeof(Colours) / sizeof(Rgb)>>(colours); // it has nothing but colours
    for (Rgb &colour : all)
        colour = mixed(colour, colours.base, share);
    return std::bit_cast<Colours>(all);
}

} // namespace vethscope
