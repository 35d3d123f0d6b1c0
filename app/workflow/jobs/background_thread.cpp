#include "app/workflow/jobs/background_thread.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace jaedan::workflow {

void yield_to_others() {
  constexpr int kNice = 10;  // a tenth of the time that others get
  // Linux: the priority is the thread's own. Where it is refused, the work is done all the same.
  static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), kNice));
}

}  // namespace jaedan::workflow
