#include "app/gui/shell/settings_keeper.h"

#include <chrono>
#include <utility>

#include "labeling/base/file_system.h"

namespace jaedan::gui {
namespace {

constexpr std::chrono::milliseconds kMoreMayFollow{300};

}  // namespace

SettingsKeeper::SettingsKeeper(std::string file, const Settings& loaded)
    : file_(std::move(file)), seen_(settings_text(loaded)) {
  if (!file_.empty()) thread_ = std::thread([this] { run(); });
}

SettingsKeeper::~SettingsKeeper() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  came_.notify_one();
  thread_.join();
}

void SettingsKeeper::keep(const Settings& settings) {
  if (file_.empty()) return;
  std::string text = settings_text(settings);
  if (text == seen_) return;
  seen_ = std::move(text);
  {
    const std::lock_guard lock(mutex_);
    to_write_ = seen_;
  }
  came_.notify_one();
}

void SettingsKeeper::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    came_.wait(lock, [this] { return ends_ || !to_write_.empty(); });
    if (to_write_.empty()) return;
    came_.wait_for(lock, kMoreMayFollow, [this] { return ends_; });
    const std::string text = std::exchange(to_write_, {});
    lock.unlock();
    static_cast<void>(disk().write_atomically(file_, text).ok());
    lock.lock();
  }
}

}  // namespace jaedan::gui
