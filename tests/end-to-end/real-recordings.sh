# The numbers that the README claims for ESC-10, where the recordings are.

recordings=../shared/datasets/ESC-10
if [ -d "$recordings/audio" ]; then
    run=$work/fold1
    succeeds "train on ESC-10, fold 1 held out" earshot train "$recordings" --held-out-fold 1 --out "$run" --json "$work/train.json"
    holds "ESC-10: float at least 78 %, pack within two clips of 80" "$work/train.json" \
        'r.clips === 80 && r.accuracy.float >= 0.78 && Math.abs(r.accuracy.float - r.accuracy.pack) <= 0.03'
    # Where a layer's grids make ties of a mean frequent, ONNX Runtime's floats round either way: one step of a logit, seldom a class.
    holds "ESC-10: pack and QDQ model agree" "$work/train.json" \
        'r.agreement.largest_step <= 1 && r.agreement.logits_equal >= 0.98 && r.agreement.same_class >= 0.999'
    succeeds "evaluate the run" earshot evaluate "$run" "$recordings" --fold 1 --json "$work/evaluate-real.json"
    same_bytes "evaluate gives the identical figures" "$work/train.json" "$work/evaluate-real.json"
    succeeds "play fold 1 to the emulated node" earshot emulate "$run" --dataset "$recordings" --fold 1 --json "$work/real.json"
    holds "ESC-10: the label sent is right for at least 70 % of the clips" "$work/real.json" \
        'r.played === 80 && r.right >= 56 && r.lost_s === 0'
else
    echo "ESC-10 is not beside the repository: its numbers are not checked."
fi
