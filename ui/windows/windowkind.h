#pragma once

#include "ui/shared/commands.h"

namespace vethscope {

class CompanionWindow;
struct WindowContext;

/// A kind of window beside the main one: what menus, keys, preferences and `--panel` know of it.
struct WindowKind {
    const char *name; // of the window and its action, for tests and assistive technology; its preferences are below it
    CommandGroup group;
    const char *text; // QT_TRANSLATE_NOOP("Commands", …); the title too
    const char *keys; // divided by "; "
    CompanionWindow *(*make)(const WindowKind &kind, const WindowContext &context);
};

/// The usual way to make one.
template <typename Window>
CompanionWindow *made(const WindowKind &kind, const WindowContext &context)
{
    return new Window(kind, context);
}

} // namespace vethscope
