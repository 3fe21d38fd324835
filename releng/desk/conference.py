# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""What a conference of 3, 5 and 10 members costs, as part of one core: Opus over loopback, mixed in the product's graph."""
import glob
import json
import os
import re
import shutil
import subprocess
import zipfile

from children import Failure
from stage import say

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MAIN = "org.centralino.media.libjitsi.internal.ConferenceBenchmark"
# Beside the bundle itself, what its engine is made of.
PARTS = ("org.centralino.media", "org.centralino.media.libjitsi", "slf4j.api", "com.sun.jna", "org.eclipse.osgi", "bcprov",
         "org.bytedeco.ffmpeg.*", "dev.onvoid.webrtc.*")
SIZES = (3, 5, 10)
MOST = {"cpuPercent10": 30}


def options(parser):
    parser.add_argument("--runs", type=int, default=2, help="of each size; the least counts")


def measure(folder, asked):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    path = _class_path(folder)
    result = {}
    for members in SIZES:
        runs = []
        for number in range(asked.runs):
            runs.append(_run(path, folder, members)["cpuPercent"])
            say(f"{members} members, run {number + 1}: {runs[-1]} % of a core")
        # The machine's other work only ever adds.
        result[f"cpuPercent{members}"] = min(runs)
    result["over"] = [key for key, most in MOST.items() if result[key] > most]
    return result, []


def _class_path(folder):
    plugins = glob.glob(os.path.join(ROOT, "releng/org.centralino.product/target/products/centralino/linux/gtk/*/plugins"))
    tests = os.path.join(ROOT, "bundles/org.centralino.media.libjitsi.tests/target/classes")
    if not plugins or not os.path.isdir(tests):
        raise Failure("The product or its tests are not built; releng/bench conference --rebuild builds them.")
    path = [tests]
    for part in PARTS:
        found = glob.glob(os.path.join(plugins[0], f"{part}_*.jar"))
        if not found:
            raise Failure(f"The product has no {part}.")
        path += found
    engine = next(jar for jar in path if "org.centralino.media.libjitsi_" in jar)
    with zipfile.ZipFile(engine) as inside:
        for name in inside.namelist():
            if name.startswith("lib/") and name.endswith(".jar"):
                path.append(inside.extract(name, folder))
    return os.pathsep.join(path)


def _run(path, folder, members):
    """In a JVM of its own, with the options of the workstation's; no sound server, so no device is worked for."""
    with open(os.path.join(ROOT, "releng/org.centralino.product/centralino.product"), encoding="utf-8") as product:
        options_ = re.search(r"<vmArgs>(.*?)</vmArgs>", product.read()).group(1).split()
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java")
    silent = {**os.environ, "PULSE_SERVER": os.path.join(folder, "no-server")}
    done = subprocess.run([java, *options_, "-cp", path, MAIN, os.path.join(folder, "natives"), str(members)],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300, check=False, env=silent)
    if done.returncode:
        raise Failure(f"a conference of {members} failed: {done.stderr.strip()[-2000:]}")
    # Libraries log to the same stream.
    told = [line for line in done.stdout.splitlines() if line.startswith('{"members"')]
    if not told:
        raise Failure(f"a conference of {members} told nothing: {done.stdout.strip()[-2000:]}")
    return json.loads(told[-1])
