#pragma once

namespace vethscope {

/// Lets assistive technology read hex panels as rows of text, move the caret there, and hear where the selected field lies. Once for the program.
void installHexAccessibility();

} // namespace vethscope
