#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "app/gui/base/settings.h"

namespace jaedan::gui {

/// Writes the person's settings when they have changed, on a thread of its own: who is logged out or has a power cut
/// finds the own name, language and keys again. Changes that follow each other soon (a border that is dragged) are one
/// write. The file belongs to one studio at a time; of two the last one to change something wins.
class SettingsKeeper {
 public:
  /// `file` empty: nothing is kept. `loaded`: what the file holds, as far as it was understood.
  SettingsKeeper(std::string file, const Settings& loaded);
  /// Writes what is still to be written.
  ~SettingsKeeper();
  SettingsKeeper(const SettingsKeeper&) = delete;
  SettingsKeeper& operator=(const SettingsKeeper&) = delete;

  /// Cheap when nothing has changed; never waits for the disk. Nobody is told when it cannot be written: the next
  /// change tries again.
  void keep(const Settings& settings);

 private:
  void run();

  const std::string file_;
  std::string seen_;  ///< of the last `keep`
  std::mutex mutex_;
  std::condition_variable came_;
  std::string to_write_;  ///< empty: nothing
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace jaedan::gui
