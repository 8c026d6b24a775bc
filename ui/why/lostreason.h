#pragma once

#include <QString>

#include <string_view>

namespace vethscope {

/// Why a line of a kernel's table lost (kernel::Rejected), in the user's language: "shorter prefix".
QString lostReason(std::string_view because);

} // namespace vethscope
