#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace vethscope {

/// What is said of a capture: sections of lines and tables, which are shown and copied alike.
struct CaptureProperties {
    struct Section {
        QString title;
        std::vector<std::pair<QString, QString>> lines{}; // what, and which
        std::vector<std::vector<QString>> table{};        // its first row are titles
    };

    std::vector<Section> sections;
};

QString htmlOf(const CaptureProperties &properties);
/// Two columns, which stand below one another in a fixed font.
QString plainTextOf(const CaptureProperties &properties);

} // namespace vethscope
