#pragma once

#include <QString>

namespace vethscope::captureHelper {

/// The path of vethscope-capture: beside this program, else wherever PATH leads.
QString program();

/// The one command that lets everybody capture who may start the helper.
QString grant();

/// The sentence of a program's complaint, without the name of the program in front.
QString sentence(const QByteArray &standardError);

} // namespace vethscope::captureHelper
