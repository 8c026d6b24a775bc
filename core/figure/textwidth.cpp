#include "core/figure/textwidth.h"

#include <array>
#include <cstdint>
#include <vector>

namespace vethscope::figure {
namespace {

constexpr char32_t firstLetter = U' ';

// Advance widths of U+0020 to U+007E, in thousandths of the font's size.
constexpr std::array<std::uint16_t, 95> interRegular{
    281, 278, 403, 631, 638, 813, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357,
    625, 464, 605, 636, 642, 608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507,
    936, 676, 651, 727, 719, 598, 587, 743, 740, 264, 543, 652, 563, 889, 753, 761,
    635, 761, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 357, 362, 469, 452,
    497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544, 237, 869, 585, 597,
    609, 609, 372, 523, 364, 581, 557, 813, 540, 557, 541, 362, 327, 362, 659,
};
constexpr std::array<std::uint16_t, 95> interSemibold{
    248, 309, 396, 643, 649, 844, 663, 213, 393, 393, 543, 673, 295, 466, 290, 379,
    667, 481, 621, 652, 666, 632, 648, 587, 646, 648, 290, 295, 673, 673, 673, 544,
    999, 724, 657, 744, 724, 608, 586, 755, 744, 275, 561, 677, 566, 906, 741, 775,
    643, 776, 651, 649, 660, 734, 724, 1007, 690, 705, 653, 393, 379, 393, 481, 468,
    497, 575, 630, 577, 630, 593, 377, 625, 613, 261, 261, 569, 261, 898, 610, 608,
    625, 625, 397, 549, 380, 608, 576, 837, 563, 576, 562, 393, 358, 393, 673,
};
constexpr std::uint16_t monospaced = 600;

std::uint16_t interSign(char32_t letter)
{
    switch (letter) {
    case U'·':
        return 290;
    case U'…':
        return 821;
    case U'←':
    case U'→':
        return 955;
    case U'↔':
        return 1341;
    case U'–':
        return 500;
    case U'—':
        return 1000;
    case U'✓':
    case U'✕':
        return 881;
    default:
        return 660;
    }
}

// Hangul, kana, ideographs and the full-width forms.
bool isWide(char32_t letter)
{
    return (letter >= 0x1100 && letter < 0x1200) || (letter >= 0x2E80 && letter < 0xD7B0) || (letter >= 0xF900 && letter < 0xFB00)
        || (letter >= 0xFE30 && letter < 0xFE50) || (letter >= 0xFF00 && letter < 0xFF61) || letter >= 0x20000;
}

struct Letter {
    char32_t code;
    std::size_t end; // of its bytes in the text
};

Letter letterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t code = more == 0 ? lead : lead & (0x3FU >> more);
    std::size_t end = at + 1;
    for (std::size_t i = 0; i < more && end < text.size() && (byte(end) & 0xC0) == 0x80; ++i, ++end)
        code = code << 6 | (byte(end) & 0x3FU);
    return {code, end};
}

double letterWidth(char32_t letter, Face face, bool strong)
{
    if (isWide(letter))
        return 1000;
    if (face == Face::Mono)
        return monospaced;
    const std::size_t index = letter - firstLetter;
    if (letter >= firstLetter && index < interRegular.size())
        return strong ? interSemibold[index] : interRegular[index];
    return interSign(letter);
}

} // namespace

double textWidth(std::string_view text, Face face, double size, bool strong)
{
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letterAt(text, at);
        width += letterWidth(letter.code, face, strong);
        at = letter.end;
    }
    return width * size / 1000;
}

std::string elidedInTheMiddle(std::string_view text, double room, Face face, double size, bool strong)
{
    if (textWidth(text, face, size, strong) <= room)
        return std::string(text);
    std::vector<std::size_t> starts; // of the letters, and the end
    for (std::size_t at = 0; at < text.size(); at = letterAt(text, at).end)
        starts.push_back(at);
    starts.push_back(text.size());
    const std::size_t letters = starts.size() - 1;
    for (std::size_t kept = letters; kept-- > 1;) {
        const std::size_t head = kept - kept / 2;
        std::string shorter(text.substr(0, starts[head]));
        shorter += "…";
        shorter += text.substr(starts[letters - kept / 2]);
        if (textWidth(shorter, face, size, strong) <= room)
            return shorter;
    }
    return "…";
}

std::string elidedAtTheEnd(std::string_view text, double room, Face face, double size, bool strong)
{
    if (textWidth(text, face, size, strong) <= room)
        return std::string(text);
    double left = room - textWidth("…", face, size, strong);
    std::size_t kept = 0;
    while (kept < text.size()) {
        const Letter letter = letterAt(text, kept);
        left -= letterWidth(letter.code, face, strong) * size / 1000;
        if (left < 0)
            break;
        kept = letter.end;
    }
    return std::string(text.substr(0, kept)) + "…";
}

} // namespace vethscope::figure
