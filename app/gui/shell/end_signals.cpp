#include "app/gui/shell/end_signals.h"

#include <pthread.h>

#include <csignal>
#include <utility>

namespace jaedan::gui {
namespace {

sigset_t signals_that_end() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) sigaddset(&set, signal);
  return set;
}

}  // namespace

EndSignals::EndSignals(std::function<void()> wake) {
  const sigset_t set = signals_that_end();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  thread_ = std::thread([this, set, wake = std::move(wake)] {
    int signal = 0;
    while (sigwait(&set, &signal) == 0 && !ends_) {
      came_ = true;
      wake();
    }
  });
}

EndSignals::~EndSignals() {
  ends_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

}  // namespace jaedan::gui
