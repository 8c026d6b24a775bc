#pragma once

#include <QString>

#include <vector>

namespace vethscope {

class TrafficModel;
enum class TrafficSubject : std::uint8_t;

/// These rows of the model as CSV (RFC 4180), titles first. Numbers are plain, times seconds; where names stand in the place of
/// addresses, the addresses come in columns of their own.
QString csvOf(const TrafficModel &model, const std::vector<int> &rows);

/// The same as JSON, as `vethscope-cli conversations --format json` writes it: the same in every language.
QString jsonOf(const TrafficModel &model, TrafficSubject subject, const std::vector<int> &rows);

} // namespace vethscope
