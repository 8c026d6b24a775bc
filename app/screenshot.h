#pragma once

namespace vethscope {

class MainWindow;
struct WindowOptions;

/// Opens, filters and selects what the command line names.
void showWhatIsAskedFor(MainWindow &window, const WindowOptions &options);

/// Does so, waits until all of it is shown, and writes a picture of the window. Returns the exit code.
int takeScreenshot(MainWindow &window, const WindowOptions &options);

} // namespace vethscope
