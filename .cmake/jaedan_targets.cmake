# The three ways to make a target here: jaedan_library, jaedan_program, jaedan_test.

find_program(JAEDAN_CCACHE ccache)
if(JAEDAN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${JAEDAN_CCACHE})
endif()

option(JAEDAN_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(JAEDAN_SANITIZE_THREADS "Build with ThreadSanitizer" OFF)
option(JAEDAN_WERROR "Treat warnings as errors" OFF)

add_library(jaedan_options INTERFACE)
target_compile_options(jaedan_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                       $<$<BOOL:${JAEDAN_WERROR}>:-Werror>)
if(JAEDAN_SANITIZE)
  target_compile_options(jaedan_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
                         -fno-sanitize-recover=undefined)
  target_link_options(jaedan_options INTERFACE -fsanitize=address,undefined)
elseif(JAEDAN_SANITIZE_THREADS)
  target_compile_options(jaedan_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(jaedan_options INTERFACE -fsanitize=thread)
endif()

# jaedan_library(NAME SOURCES … [PUBLIC …] [PRIVATE …] [MODULE])
#   PUBLIC, PRIVATE: libraries to link. MODULE: loaded at run time instead of linked.
function(jaedan_library name)
  cmake_parse_arguments(ARG "MODULE" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  if(ARG_MODULE)
    add_library(${name} MODULE ${ARG_SOURCES})
  else()
    add_library(${name} STATIC ${ARG_SOURCES})
  endif()
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE jaedan_options ${ARG_PRIVATE})
endfunction()

# jaedan_program(NAME SOURCES … LINK …)
function(jaedan_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE jaedan_options ${ARG_LINK})
endfunction()

# jaedan_test(FOLDER LABELS … SOURCES … LINK … [TIMEOUT seconds])
#   One test program for one folder of tests; its CTest name is the folder's path below tests/.
function(jaedan_test folder)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS;SOURCES;LINK" ${ARGN})
  string(REPLACE "/" "_" target "test_${folder}")
  add_executable(${target} ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE jaedan_options jaedan_test_support ${ARG_LINK} GTest::gmock GTest::gtest_main)
  add_test(NAME ${folder} COMMAND ${target} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${folder} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "OMP_WAIT_POLICY=passive;JAEDAN_ASSETS=${PROJECT_SOURCE_DIR}/assets")
endfunction()
